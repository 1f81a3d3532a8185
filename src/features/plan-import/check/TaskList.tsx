import { addTask } from '@/domain/plan-draft/edit-tasks'
import type { DraftTask, PlanDraft } from '@/domain/plan-draft/plan-draft'
import { doubtsFirst, openDoubts } from '@/domain/plan-draft/review-draft'
import { EmptyState } from '@/ui/EmptyState'
import { Paper } from '@/ui/Paper'
import { Button } from 'antd'
import { useDeskActions } from './check-context'
import { SectionHead } from './SectionHead'
import styles from './TaskList.module.css'
import { TaskRow } from './TaskRow'

interface TaskListProps {
  readonly draft: PlanDraft
  readonly selectedId: string | null
  readonly isFollowing: boolean
  /** Only what is to be checked, the most doubtful first. */
  readonly isOnlyDoubtful: boolean
}

/** The tasks under their sections, or those to be checked alone. */
export function TaskList({ draft, selectedId, isFollowing, isOnlyDoubtful }: TaskListProps) {
  if (isOnlyDoubtful) {
    const doubtful = doubtsFirst(draft.tasks)
    // A task just checked stays until another is chosen, so that it does not vanish under the hand.
    const shown = draft.tasks.filter((task) => task.id === selectedId && !doubtful.includes(task))
    const tasks = [...doubtful, ...shown]
    if (tasks.length === 0) return <EmptyState title="没有待核对的任务。" hint="识别有把握，或您已逐项确认。" />
    return <Rows tasks={tasks} draft={draft} selectedId={selectedId} isFollowing={isFollowing} />
  }
  const loose = draft.tasks.filter((task) => !draft.sections.some((section) => section.id === task.sectionId))
  return (
    <>
      {loose.length === 0 ? null : (
        <Rows tasks={loose} draft={draft} selectedId={selectedId} isFollowing={isFollowing} />
      )}
      {draft.sections.map((section) => (
        <section key={section.id} aria-label={`${section.number ?? ''}${section.title}`}>
          <SectionHead section={section} draft={draft} />
          <Rows
            tasks={draft.tasks.filter((task) => task.sectionId === section.id)}
            draft={draft}
            selectedId={selectedId}
            isFollowing={isFollowing}
          />
        </section>
      ))}
      <AddButtons draft={draft} />
    </>
  )
}

interface RowsProps extends Omit<TaskListProps, 'isOnlyDoubtful'> {
  readonly tasks: readonly DraftTask[]
}

function Rows({ tasks, draft, selectedId, isFollowing }: RowsProps) {
  if (tasks.length === 0) return null
  return (
    <Paper isFlush>
      <ul>
        {tasks.map((task) => {
          const isSelected = task.id === selectedId
          return (
            <TaskRow
              key={task.id}
              task={task}
              doubts={openDoubts(task).length}
              // Only the open row needs the whole draft; the others repaint only when their own task changes.
              draft={isSelected ? draft : null}
              isFollowing={isSelected && isFollowing}
            />
          )
        })}
      </ul>
    </Paper>
  )
}

function AddButtons({ draft }: { readonly draft: PlanDraft }) {
  const { edit, select } = useDeskActions()
  const add = () => {
    const added = addTask(draft, draft.sections.at(-1)?.id ?? null)
    edit(() => added.draft)
    select(added.taskId, 'source')
  }
  return (
    <div className={styles.add}>
      <Button onClick={add}>添加任务</Button>
    </div>
  )
}
