import { Paper } from '@/ui/Paper'
import { TaskFilters } from './TaskFilters'
import { TaskLedger } from './TaskLedger'
import { useTaskSearch, type FixedFilter } from './use-task-search'

interface TaskLedgerSheetProps {
  readonly title: string
  /** The plan or unit whose tasks these are. */
  readonly fixed: FixedFilter
}

/** The tasks of one plan or unit, on its own page. */
export function TaskLedgerSheet({ title, fixed }: TaskLedgerSheetProps) {
  const search = useTaskSearch(fixed)
  return (
    <Paper title={title} isFlush>
      <TaskFilters search={search} fixed={fixed} />
      <TaskLedger search={search} fixed={fixed} />
    </Paper>
  )
}
