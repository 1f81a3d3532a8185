import type { PlanSummary } from '@/data/plans/plan'
import { paths } from '@/domain/addresses/paths'
import { yearOf } from '@/domain/local-date/local-date'
import { planKindVocabulary } from '@/domain/plans/plan-kind-vocabulary'
import { planStateVocabulary } from '@/domain/plans/plan-state-vocabulary'
import type { DataColumn } from '@/ui/data-column'
import { DataTable } from '@/ui/DataTable'
import { MomentText } from '@/ui/DateText'
import { StatusTag } from '@/ui/StatusTag'
import type { TableState } from '@/ui/table-state'
import { useMemo } from 'react'
import { useNavigate } from 'react-router'

interface PlanTableProps {
  readonly plans: readonly PlanSummary[]
  readonly total: number
  readonly page: number
  readonly pageSize: number
  readonly onPage: (page: number) => void
}

const columns: readonly DataColumn<PlanSummary>[] = [
  { key: 'title', title: '计划', width: 400, onPhone: 'title', render: (plan) => plan.title },
  {
    key: 'state',
    title: '状态',
    width: 112,
    render: (plan) => <StatusTag vocabulary={planStateVocabulary} value={plan.state} />,
  },
  { key: 'kind', title: '种类', width: 120, render: (plan) => planKindVocabulary.label(plan.kind) },
  { key: 'years', title: '年度', width: 120, render: (plan) => yearsInWords(plan) },
  { key: 'body', title: '发文机关', width: 200, render: (plan) => plan.issuingBody ?? '—' },
  { key: 'number', title: '文号', width: 200, onPhone: 'hidden', render: (plan) => plan.documentNumber ?? '—' },
  { key: 'at', title: '下达或导入', width: 128, render: (plan) => <MomentText at={plan.issuedAt ?? plan.createdAt} /> },
]

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
      columns={columns}
      state={state}
      total={total}
      onOpen={(plan) => void navigate(plan.state === 'draft' ? paths.planCheck.to(plan.id) : paths.plan.to(plan.id))}
    />
  )
}

function yearsInWords({ startsOn, endsOn }: PlanSummary): string {
  const [from, to] = [yearOf(startsOn), yearOf(endsOn)]
  return from === to ? String(from) : `${from}—${to}`
}
