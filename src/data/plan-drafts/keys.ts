/** Cache keys of plan drafts and the documents behind them. */
export const planDraftKeys = {
  all: ['plan-drafts'] as const,
  detail: (planId: string) => [...planDraftKeys.all, 'detail', planId] as const,
  source: (sourceDocumentId: string) => [...planDraftKeys.all, 'source', sourceDocumentId] as const,
}
