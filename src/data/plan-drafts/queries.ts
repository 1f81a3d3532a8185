import type { PlanId, SourceDocumentId } from '@/domain/ids'
import { queryOptions, skipToken } from '@tanstack/react-query'
import { getClient } from '../client'
import { AppError } from '../errors'
import { expectOneRow, unwrap } from '../request'
import { planDraftKeys } from './keys'
import { toPlanSource, toSavedPlanDraft } from './mapper'
import type { PlanSource, SavedPlanDraft } from './plan-draft'

/** A draft as it was last saved. The check screen edits its own copy, so the cache never refreshes under it. */
export function planDraftOptions(planId: PlanId) {
  return queryOptions({
    queryKey: planDraftKeys.detail(planId),
    queryFn: ({ signal }) => fetchPlanDraft(planId, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
}

/** Reads a draft past the cache. */
export async function fetchPlanDraft(planId: PlanId, signal?: AbortSignal): Promise<SavedPlanDraft> {
  let request = getClient()
    .from('plan_drafts')
    .select('plan_id, revision, updated_at, content, plans(source_document_id, starts_on, state)')
    .eq('plan_id', planId)
  if (signal !== undefined) request = request.abortSignal(signal)
  const row = expectOneRow(await unwrap(request))
  if (row.plans === null) throw new AppError('not_found', { status: 404 })
  if (row.plans.state !== 'draft') throw new AppError(`plan_is_${row.plans.state}`, { status: 409 })
  return toSavedPlanDraft(row, row.plans)
}

/** The text a draft was read from, once it is known which; it never changes. */
export function planSourceOptions(sourceDocumentId: SourceDocumentId | undefined) {
  return queryOptions({
    queryKey: planDraftKeys.source(sourceDocumentId),
    queryFn: sourceDocumentId === undefined ? skipToken : ({ signal }) => fetchPlanSource(sourceDocumentId, signal),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

async function fetchPlanSource(id: SourceDocumentId, signal: AbortSignal): Promise<PlanSource> {
  const request = getClient().from('source_documents').select('file_name, content').eq('id', id)
  return toPlanSource(expectOneRow(await unwrap(request.abortSignal(signal))))
}
