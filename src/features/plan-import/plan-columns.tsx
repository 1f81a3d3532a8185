import type { PlanSummary } from '@/data/plans/plan'
import { yearOf } from '@/domain/local-date/local-date'
import { dateTimeInTable } from '@/domain/local-date/local-date-words'
import { planKindVocabulary } from '@/domain/plans/plan-kind-vocabulary'
import { planStateVocabulary } from '@/domain/plans/plan-state-vocabulary'
import type { DataColumn } from '@/ui/data-column'
import { MomentText } from '@/ui/DateText'
import { StatusTag } from '@/ui/StatusTag'

/** The columns of the list of plans, drafts and issued ones alike. */
export const planColumns: readonly DataColumn<PlanSummary>[] = [
  { key: 'title', title: '计划', width: 400, onPhone: 'title', text: (plan) => plan.title },
  {
    key: 'state',
    title: '状态',
    width: 112,
    text: (plan) => planStateVocabulary.label(plan.state),
    render: (plan) => <StatusTag vocabulary={planStateVocabulary} value={plan.state} />,
  },
  { key: 'kind', title: '种类', width: 120, text: (plan) => planKindVocabulary.label(plan.kind) },
  { key: 'years', title: '年度', width: 120, text: yearsInWords },
  { key: 'body', title: '发文机关', width: 200, text: (plan) => plan.issuingBody ?? '—' },
  { key: 'number', title: '文号', width: 200, onPhone: 'hidden', text: (plan) => plan.documentNumber ?? '—' },
  {
    key: 'at',
    title: '下达或导入',
    width: 128,
    text: (plan) => dateTimeInTable(new Date(plan.issuedAt ?? plan.createdAt)),
    render: (plan) => <MomentText at={plan.issuedAt ?? plan.createdAt} />,
  },
]

function yearsInWords({ startsOn, endsOn }: PlanSummary): string {
  const [from, to] = [yearOf(startsOn), yearOf(endsOn)]
  return from === to ? String(from) : `${from}—${to}`
}
