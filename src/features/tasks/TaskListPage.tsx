import { dateInProse } from '@/domain/local-date/local-date-words'
import { PageHeader } from '@/ui/PageHeader'
import { Paper } from '@/ui/Paper'
import { PrintButton } from '@/ui/PrintButton'
import { TodayContext } from '@/ui/use-today'
import { AsOfPicker } from '@/ui/work/AsOfPicker'
import { TaskFilters } from './TaskFilters'
import { TaskLedger } from './TaskLedger'
import { useTaskSearch } from './use-task-search'

/** Every task of the issued plans, narrowed as the address says. */
export function TaskListPage() {
  const search = useTaskSearch()
  return (
    <>
      <PageHeader
        title="有哪些任务，进展如何？"
        paperTitle="任务一览表"
        description={search.asOf === null ? undefined : `${dateInProse(search.asOf)}当天已知的情况`}
        secondary={
          <>
            <AsOfPicker asOf={search.asOf} onChange={search.setAsOf} />
            <PrintButton />
          </>
        }
      />
      <TodayContext value={search.asOf}>
        <Paper isFlush>
          <TaskFilters search={search} />
          <TaskLedger search={search} />
        </Paper>
      </TodayContext>
    </>
  )
}
