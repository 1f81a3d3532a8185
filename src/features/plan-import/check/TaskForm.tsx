import type { DraftSectionId } from '@/domain/plan-draft/draft-ids'
import { updateTask, moveTask } from '@/domain/plan-draft/edit-tasks'
import type { DraftTask } from '@/domain/plan-draft/plan-draft'
import { openDoubts } from '@/domain/plan-draft/review-draft'
import { ONGOING } from '@/domain/tasks/ongoing'
import { Notice } from '@/ui/Notice'
import { Button, Checkbox, Select } from 'antd'
import Input from 'antd/es/input/Input'
import { sectionName } from '@/domain/plans/section-name'
import { MilestoneEditor } from './MilestoneEditor'
import { SplittableText } from './SplittableText'
import { TaskActions } from './TaskActions'
import { TaskAddon } from './TaskAddon'
import styles from './TaskForm.module.css'
import { UnitEditor } from './UnitEditor'
import { useDesk, useDeskActions } from './use-desk'

const NO_SECTION = ''
const LONGEST_TITLE = 200

/** Everything about one task that the clerk can correct. */
export function TaskForm({ task }: { readonly task: DraftTask }) {
  const { edit } = useDeskActions()
  const sections = useDesk(({ draft }) => draft.sections)
  const change = (fields: Partial<DraftTask>, field: string) =>
    edit((current) => updateTask(current, task.id, fields), `${task.id} ${field}`)
  return (
    <div className={styles.form}>
      <Doubts task={task} />
      <div className={styles.line}>
        <label className={styles.number}>
          序号
          <Input
            value={task.number ?? ''}
            onChange={(event) => change({ number: event.target.value === '' ? null : event.target.value }, 'number')}
          />
        </label>
        <label className={styles.title}>
          标题
          <Input
            value={task.title}
            maxLength={LONGEST_TITLE}
            placeholder="不填时用内容的开头"
            onChange={(event) => change({ title: event.target.value }, 'title')}
          />
        </label>
        <label className={styles.section}>
          章节
          <Select<DraftSectionId | typeof NO_SECTION>
            value={task.sectionId ?? NO_SECTION}
            options={[
              { value: NO_SECTION, label: '不属于章节' },
              ...sections.map((section) => ({
                value: section.id,
                label: sectionName(section),
              })),
            ]}
            onChange={(sectionId) =>
              edit((current) => moveTask(current, task.id, sectionId === NO_SECTION ? null : sectionId))
            }
          />
        </label>
      </div>
      <SplittableText task={task} />
      <UnitEditor task={task} />
      <MilestoneEditor task={task} />
      <div className="line">
        <Checkbox checked={task.isOngoing} onChange={(event) => change({ isOngoing: event.target.checked }, 'ongoing')}>
          {ONGOING}
        </Checkbox>
        {task.isOngoing && task.milestones.length > 0 ? (
          <span className="faint">已有节点或时限，以其为准，下达后不标{ONGOING}。</span>
        ) : null}
        {task.targets.length === 0 ? null : (
          <span>量化目标：{task.targets.map((target) => target.text).join('；')}</span>
        )}
      </div>
      <TaskAddon task={task} isOpen />
      <TaskActions task={task} />
    </div>
  )
}

/** What the parser was not sure of, and the clerk's word that it is right. */
function Doubts({ task }: { readonly task: DraftTask }) {
  const { edit } = useDeskActions()
  const defaultUnits = useDesk(({ draft }) => draft.defaultUnits)
  const doubts = openDoubts(task, { defaultUnits })
  if (doubts.length === 0) return null
  return (
    <Notice
      tone="warning"
      role="note"
      aria-label="待核对"
      actions={
        <Button size="small" onClick={() => edit((current) => updateTask(current, task.id, { isChecked: true }))}>
          确认无误
        </Button>
      }
    >
      <ul>
        {doubts.map((doubt, index) => (
          <li key={index}>{doubt.message}</li>
        ))}
      </ul>
    </Notice>
  )
}
