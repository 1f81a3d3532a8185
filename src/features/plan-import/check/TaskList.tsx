import { addTask } from '@/domain/plan-draft/edit-tasks'
import type { DraftTask } from '@/domain/plan-draft/plan-draft'
import { doubtsFirst } from '@/domain/plan-draft/review-draft'
import { sectionName } from '@/domain/plans/section-name'
import { EmptyState } from '@/ui/EmptyState'
import { Paper } from '@/ui/Paper'
import { Button } from 'antd'
import { SectionHead } from './SectionHead'
import styles from './TaskList.module.css'
import { TaskRow } from './TaskRow'
import { useDesk, useDeskActions } from './use-desk'

/** The tasks under their sections, or those to be checked alone, the most doubtful first. */
export function TaskList() {
  const isOnlyDoubtful = useDesk((desk) => desk.isOnlyDoubtful)
  return isOnlyDoubtful ? <DoubtfulTasks /> : <AllTasks />
}

function DoubtfulTasks() {
  const draft = useDesk((desk) => desk.draft)
  const all = draft.tasks
  const selectedId = useDesk(({ selection }) => selection.taskId)
  const doubtful = doubtsFirst(draft)
  // A task just checked stays until another is chosen, so that it does not vanish under the hand.
  const shown = all.filter((task) => task.id === selectedId && !doubtful.includes(task))
  const tasks = [...doubtful, ...shown]
  if (tasks.length === 0) return <EmptyState title="没有待核对的任务。" hint="识别有把握，或您已逐项确认。" />
  return <Rows tasks={tasks} />
}

function AllTasks() {
  const { add } = useDeskActions()
  const tasks = useDesk(({ draft }) => draft.tasks)
  const sections = useDesk(({ draft }) => draft.sections)
  const loose = tasks.filter((task) => !sections.some((section) => section.id === task.sectionId))
  return (
    <>
      {loose.length === 0 ? null : <Rows tasks={loose} />}
      {sections.map((section) => (
        <section key={section.id} aria-label={sectionName(section)}>
          <SectionHead section={section} />
          <Rows tasks={tasks.filter((task) => task.sectionId === section.id)} />
        </section>
      ))}
      <div className={styles.add}>
        <Button onClick={() => add((draft) => addTask(draft, draft.sections.at(-1)?.id ?? null))}>添加任务</Button>
      </div>
    </>
  )
}

function Rows({ tasks }: { readonly tasks: readonly DraftTask[] }) {
  if (tasks.length === 0) return null
  return (
    <Paper isFlush>
      <ul className="ruled">
        {tasks.map((task) => (
          <TaskRow key={task.id} task={task} />
        ))}
      </ul>
    </Paper>
  )
}
