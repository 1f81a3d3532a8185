import { updateTask } from '@/domain/plan-draft/edit-tasks'
import type { DraftTask, PlanDraft } from '@/domain/plan-draft/plan-draft'
import { openDoubts } from '@/domain/plan-draft/review-draft'
import { Notice } from '@/ui/Notice'
import { Button, Checkbox, Input, Select } from 'antd'
import { moveTask } from '@/domain/plan-draft/edit-tasks'
import { useDeskActions } from './check-context'
import { MilestoneEditor } from './MilestoneEditor'
import { SplittableText } from './SplittableText'
import { TaskActions } from './TaskActions'
import { TaskAddon } from './TaskAddon'
import styles from './TaskForm.module.css'
import { UnitEditor } from './UnitEditor'

const NO_SECTION = ''
const LONGEST_TITLE = 200

/** Everything about one task that the clerk can correct. */
export function TaskForm({ task, draft }: { readonly task: DraftTask; readonly draft: PlanDraft }) {
  const { edit } = useDeskActions()
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
          <Select
            value={task.sectionId ?? NO_SECTION}
            options={[
              { value: NO_SECTION, label: '不属于章节' },
              ...draft.sections.map((section) => ({
                value: section.id,
                label: `${section.number ?? ''} ${section.title}`.trim(),
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
      <MilestoneEditor task={task} planEndsOn={draft.document.endsOn} />
      <div className={styles.extras}>
        <Checkbox checked={task.isOngoing} onChange={(event) => change({ isOngoing: event.target.checked }, 'ongoing')}>
          长期任务
        </Checkbox>
        {task.targets.length === 0 ? null : (
          <span>量化目标：{task.targets.map((target) => target.text).join('；')}</span>
        )}
      </div>
      <TaskAddon task={task} isOpen />
      <TaskActions task={task} draft={draft} />
    </div>
  )
}

/** What the parser was not sure of, and the clerk's word that it is right. */
function Doubts({ task }: { readonly task: DraftTask }) {
  const { edit } = useDeskActions()
  const doubts = openDoubts(task)
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
