import type { OverviewScope } from '@/data/overview/overview'
import { unitOverviewOptions } from '@/data/overview/queries'
import { DataTable } from '@/ui/DataTable'
import { EmptyState } from '@/ui/EmptyState'
import { Paper } from '@/ui/Paper'
import { QueryState } from '@/ui/QueryState'
import { useTableState } from '@/ui/table-state'
import { useQuery } from '@tanstack/react-query'
import { unitColumns } from './unit-columns'

const worstFirst = { key: 'signals', isDescending: true } as const

/** Units with the tasks they are accountable for, the worst first. */
export function UnitSheet({ scope }: { readonly scope: OverviewScope }) {
  const query = useQuery(unitOverviewOptions(scope))
  // All units of a county on one sheet, so that paper leaves none out.
  const state = useTableState({ name: 'units', pageSize: 100, sort: worstFirst })
  return (
    <Paper title="按单位" aside="牵头、责任的任务都按本单位自己的进展算；配合的另计" isFlush>
      <QueryState query={query} empty={<EmptyState title="还没有单位承担任务" />}>
        {(units) => (
          <DataTable
            label="各单位的任务"
            rows={units}
            rowKey={(unit) => unit.unitId}
            columns={unitColumns(scope, Math.max(...units.map((unit) => unit.counts.tasks)))}
            state={state}
          />
        )}
      </QueryState>
    </Paper>
  )
}
