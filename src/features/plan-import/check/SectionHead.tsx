import { addSection, deleteSection } from '@/domain/plan-draft/edit-sections'
import { addTask } from '@/domain/plan-draft/edit-tasks'
import type { DraftSection } from '@/domain/plan-draft/plan-draft'
import { sectionName } from '@/domain/plans/section-name'
import { ActionMenu } from '@/ui/ActionMenu'
import { lazyPart } from '@/ui/lazy-part'
import { Suspense, useState } from 'react'
import styles from './TaskList.module.css'
import { useDeskActions } from './use-desk'

const SectionFields = lazyPart(() => import('./SectionFields').then((module) => module.SectionFields))

/** A section's heading; its number and title can be corrected in place. */
export function SectionHead({ section }: { readonly section: DraftSection }) {
  const { edit, add } = useDeskActions()
  const [isEditing, setIsEditing] = useState(section.title === '')
  const actions = [
    { label: '改章节标题', onChoose: () => setIsEditing(true) },
    { label: '在此章节加任务', onChoose: () => add((draft) => addTask(draft, section.id)) },
    { label: '在后面加章节', onChoose: () => edit((current) => addSection(current, section.id).draft) },
    {
      label: '删除章节（任务保留）',
      isDanger: true,
      onChoose: () => edit((current) => deleteSection(current, section.id)),
    },
  ]
  const heading = (
    <h2 className={styles.sectionTitle}>
      {sectionName({ ...section, title: section.title === '' ? '未填标题的章节' : section.title })}
    </h2>
  )
  return (
    <div
      className={styles.section}
      data-section={section.id}
      style={{ paddingInlineStart: `calc(${section.level} * var(--s4))` }}
    >
      {isEditing ? (
        <Suspense fallback={heading}>
          <SectionFields section={section} onDone={() => setIsEditing(false)} />
        </Suspense>
      ) : (
        heading
      )}
      <ActionMenu label={`「${section.title}」的操作`} actions={actions} />
    </div>
  )
}
