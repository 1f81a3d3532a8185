import { Paper } from '@/ui/Paper'
import { SubmissionList } from './SubmissionList'
import type { TaskSheetProps } from './task-sheet'

/** What units handed in on the task, with its evidence. */
export function SubmissionSheet({ task, title }: TaskSheetProps) {
  return (
    <Paper title={title}>
      <SubmissionList task={task} />
    </Paper>
  )
}
