import type { PlanId, SourceDocumentId } from '@/domain/ids'
import type { DraftDocument } from '@/domain/plan-draft/plan-draft'
import { queryOptions, skipToken } from '@tanstack/react-query'
import { getClient } from '../client'
import { callFunction } from '../call-function'
import { AppError } from '../errors'
import { expectOneRow, orSqlNull, unwrap } from '../request'
import { fingerprintOf } from '../source-files/fingerprint'
import { planDraftKeys } from './keys'
import { PLAN_SOURCE_COLUMNS, toEarlierImport, toPlanSource, toSavedPlanDraft } from './mapper'
import type { EarlierImport, PlanSource, SavedPlanDraft } from './plan-draft'

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
  const request = getClient().from('source_documents').select(PLAN_SOURCE_COLUMNS).eq('id', id)
  return toPlanSource(expectOneRow(await unwrap(request.abortSignal(signal))))
}

/** Plans that are there already and seem to be those of a document; `file` is what was handed in, if it was a file. */
export function earlierImportsOptions(documents: readonly DraftDocument[], file: File | null) {
  const plans = documents.map(({ title, documentNumber, startsOn, endsOn }) => ({
    title,
    documentNumber,
    startsOn,
    endsOn,
  }))
  return queryOptions({
    queryKey: planDraftKeys.earlier(plans, file),
    queryFn: async (): Promise<readonly EarlierImport[]> => {
      // A file that cannot be read once more is compared by its plans alone.
      const fingerprint = file === null ? null : await fingerprintOf(file).catch(() => null)
      const rows = await callFunction('plans_imported_before', {
        p_plans: plans,
        p_file_sha256: orSqlNull(fingerprint),
      })
      return rows.map(toEarlierImport)
    },
    gcTime: 0,
  })
}
