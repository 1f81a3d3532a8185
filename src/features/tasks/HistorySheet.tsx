import { Paper } from '@/ui/Paper'
import { HistoryList } from './HistoryList'
import type { TaskSheetProps } from './task-sheet'

/** How the task came to be as it is. */
export function HistorySheet({ task, title }: TaskSheetProps) {
  return (
    <Paper title={title}>
      <HistoryList task={task} />
    </Paper>
  )
}
