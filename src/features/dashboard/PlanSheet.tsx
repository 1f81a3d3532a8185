import type { PlanOverview } from '@/data/overview/overview'
import type { LocalDate } from '@/domain/local-date/local-date'
import { DataTable } from '@/ui/DataTable'
import { Paper } from '@/ui/Paper'
import { useTableState } from '@/ui/table-state'
import { planColumns } from './plan-columns'

interface PlanSheetProps {
  readonly plans: readonly PlanOverview[]
  readonly asOf: LocalDate | null
}

/** Each plan with its signals; its title narrows the page to it. */
export function PlanSheet({ plans, asOf }: PlanSheetProps) {
  const state = useTableState({ name: 'plans', pageSize: 10 })
  return (
    <Paper title="按计划" isFlush>
      <DataTable
        label="各计划的任务"
        rows={plans}
        rowKey={(plan) => plan.planId}
        columns={planColumns(asOf)}
        state={state}
      />
    </Paper>
  )
}
