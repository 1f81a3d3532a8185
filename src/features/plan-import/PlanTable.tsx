import { paths } from '@/domain/addresses/paths'
import type { PlanSummary } from '@/domain/plans/plan'
import { DataTable } from '@/ui/DataTable'
import type { TableState } from '@/ui/table-state'
import { useMemo } from 'react'
import { useNavigate } from 'react-router'
import { planColumns } from './plan-columns'

interface PlanTableProps {
  readonly plans: readonly PlanSummary[]
  readonly total: number
  readonly page: number
  readonly pageSize: number
  readonly onPage: (page: number) => void
}

/** Plans, drafts first; a draft opens on the check screen, an issued plan on its own page. */
export function PlanTable({ plans, total, page, pageSize, onPage }: PlanTableProps) {
  const navigate = useNavigate()
  const state = useMemo<TableState>(
    () => ({ page, pageSize, sort: null, filters: {}, change: (patch) => onPage(patch.page ?? 1) }),
    [page, pageSize, onPage],
  )
  return (
    <DataTable
      label="计划"
      rows={plans}
      rowKey={(plan) => plan.id}
      columns={planColumns}
      state={state}
      total={total}
      onOpen={(plan) => void navigate(plan.state === 'draft' ? paths.planCheck.to(plan.id) : paths.plan.to(plan.id))}
    />
  )
}
