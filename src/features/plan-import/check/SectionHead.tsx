import { addSection, deleteSection, updateSection } from '@/domain/plan-draft/edit-sections'
import { addTask } from '@/domain/plan-draft/edit-tasks'
import type { DraftSection } from '@/domain/plan-draft/plan-draft'
import { sectionName } from '@/domain/plans/section-name'
import MoreOutlined from '@ant-design/icons/MoreOutlined'
import { Button, Dropdown } from 'antd'
import Input from 'antd/es/input/Input'
import { useState } from 'react'
import styles from './TaskList.module.css'
import { useDeskActions } from './use-desk'

/** A section's heading; its number and title can be corrected in place. */
export function SectionHead({ section }: { readonly section: DraftSection }) {
  const { edit, add } = useDeskActions()
  const [isEditing, setIsEditing] = useState(section.title === '')
  const items = [
    { key: 'edit', label: '改章节标题', onClick: () => setIsEditing(true) },
    { key: 'task', label: '在此章节加任务', onClick: () => add((draft) => addTask(draft, section.id)) },
    { key: 'after', label: '在后面加章节', onClick: () => edit((current) => addSection(current, section.id).draft) },
    {
      key: 'delete',
      label: '删除章节（任务保留）',
      danger: true,
      onClick: () => edit((current) => deleteSection(current, section.id)),
    },
  ]
  return (
    <div
      className={styles.section}
      data-section={section.id}
      style={{ paddingInlineStart: `calc(${section.level} * var(--s4))` }}
    >
      {isEditing ? (
        <SectionFields section={section} onDone={() => setIsEditing(false)} />
      ) : (
        <h3 className={styles.sectionTitle}>
          {sectionName({ ...section, title: section.title === '' ? '未填标题的章节' : section.title })}
        </h3>
      )}
      <Dropdown menu={{ items }} trigger={['click']}>
        <Button type="text" size="small" icon={<MoreOutlined />} aria-label={`「${section.title}」的操作`} />
      </Dropdown>
    </div>
  )
}

function SectionFields({ section, onDone }: { readonly section: DraftSection; readonly onDone: () => void }) {
  const { edit } = useDeskActions()
  return (
    <form
      className={styles.sectionFields}
      onSubmit={(event) => {
        event.preventDefault()
        onDone()
      }}
    >
      <Input
        aria-label="章节序号"
        className={styles.sectionNumber ?? ''}
        value={section.number ?? ''}
        onChange={(event) =>
          edit(
            (draft) =>
              updateSection(draft, section.id, { number: event.target.value === '' ? null : event.target.value }),
            `${section.id} number`,
          )
        }
      />
      <Input
        aria-label="章节标题"
        autoFocus
        value={section.title}
        onChange={(event) =>
          edit((draft) => updateSection(draft, section.id, { title: event.target.value }), `${section.id} title`)
        }
      />
      <Button htmlType="submit">完成</Button>
    </form>
  )
}
