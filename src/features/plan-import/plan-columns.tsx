import type { PlanSummary } from '@/domain/plans/plan'
import { planKindVocabulary } from '@/domain/plans/plan-kind-vocabulary'
import { planStateVocabulary } from '@/domain/plans/plan-state-vocabulary'
import { yearsOfPlan } from '@/domain/plans/years-in-words'
import { momentColumn, statusColumn } from '@/ui/common-columns'
import type { DataColumn } from '@/ui/data-column'

/** The columns of the list of plans, drafts and issued ones alike. */
export const planColumns: readonly DataColumn<PlanSummary>[] = [
  { key: 'title', title: '计划', width: 400, onPhone: 'title', text: (plan) => plan.title },
  statusColumn({ key: 'state', title: '状态', width: 112 }, planStateVocabulary, (plan) => plan.state),
  { key: 'kind', title: '种类', width: 120, text: (plan) => planKindVocabulary.label(plan.kind) },
  { key: 'years', title: '年度', width: 120, text: yearsOfPlan },
  { key: 'body', title: '发文机关', width: 200, onTight: 'hidden', text: (plan) => plan.issuingBody ?? '—' },
  {
    key: 'number',
    title: '文号',
    width: 200,
    onPhone: 'hidden',
    onTight: 'hidden',
    text: (plan) => plan.documentNumber ?? '—',
  },
  momentColumn({ key: 'at', title: '下达或导入', width: 128 }, (plan) => plan.issuedAt ?? plan.createdAt),
]
