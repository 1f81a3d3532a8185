import { taskStateOptions } from '@/data/tasks/queries'
import { ClampedText } from '@/ui/ClampedText'
import { Paper } from '@/ui/Paper'
import { useQuery } from '@tanstack/react-query'
import { SourceClause } from './SourceClause'
import type { TaskSheetProps } from './task-sheet'
import styles from './TaskView.module.css'

/** What the task asks for, and the clause of the document that says so. */
export function SourceSheet({ task, asOf, title }: TaskSheetProps) {
  // As it was worded on the day that is looked at.
  const { data } = useQuery(taskStateOptions(task.id, asOf))
  return (
    <Paper title={title}>
      <ClampedText lines={6}>
        <p className={styles.requirement}>{data?.requirement ?? task.requirement}</p>
      </ClampedText>
      {task.source === null ? (
        <p className={styles.quiet}>此任务没有对应的原文。</p>
      ) : (
        <SourceClause place={task.source} planId={task.plan.id} />
      )}
    </Paper>
  )
}
