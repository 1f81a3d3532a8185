import type { PlanId, SourceDocumentId } from '@/domain/ids'

/** Cache keys of plan drafts and the documents behind them. */
export const planDraftKeys = {
  all: ['plan-drafts'] as const,
  detail: (planId: PlanId) => [...planDraftKeys.all, 'detail', planId] as const,
  earlierDues: (planId: PlanId) => [...planDraftKeys.all, 'earlier-dues', planId] as const,
  source: (sourceDocumentId: SourceDocumentId | undefined) =>
    [...planDraftKeys.all, 'source', sourceDocumentId] as const,
  earlier: (plans: readonly object[], file: File | null) =>
    [...planDraftKeys.all, 'earlier', plans, file?.name, file?.size, file?.lastModified] as const,
}
