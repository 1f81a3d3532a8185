import { evidenceMediaType } from '@/domain/reporting/evidence-file'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { getClient } from '../client'
import { likeValue, unwrapAuth, unwrapPage } from '../request'
import { evidenceKeys } from './keys'
import { EVIDENCE_COLUMNS, toEvidence } from './mapper'
import type { EvidenceFilter, StoredEvidence } from './stored-evidence'
import { EVIDENCE_BUCKET, EVIDENCE_PER_PAGE } from './stored-evidence'

/** One page of a unit's evidence, newest first. */
export function unitEvidenceOptions(filter: EvidenceFilter) {
  return queryOptions({
    queryKey: evidenceKeys.list(filter),
    queryFn: ({ signal }) => fetchUnitEvidence(filter, signal),
    placeholderData: keepPreviousData,
  })
}

async function fetchUnitEvidence({ unitId, words, page }: EvidenceFilter, signal: AbortSignal) {
  const first = (page - 1) * EVIDENCE_PER_PAGE
  let request = getClient()
    .from('evidence')
    .select(`${EVIDENCE_COLUMNS}, submission_evidence(submission_id)`, { count: 'exact' })
    .eq('unit_id', unitId)
  if (words.trim() !== '') {
    const like = likeValue(words)
    request = request.or(`title.ilike.${like},file_name.ilike.${like},url.ilike.${like}`)
  }
  const { rows, total } = await unwrapPage(
    request
      .order('created_at', { ascending: false })
      .order('id')
      .range(first, first + EVIDENCE_PER_PAGE - 1)
      .abortSignal(signal),
  )
  const items = rows.map((row): StoredEvidence => ({ ...toEvidence(row), isHandedIn: row.submission_evidence.length > 0 }))
  return { items, total }
}

const KEEP_FILE_MS = 60_000

/**
 * A stored file for showing it in the page. Its type follows its name, never what was claimed at the upload, so that
 * nothing can pass as a page of ours.
 */
export function evidenceFileOptions(storagePath: string) {
  return queryOptions({
    queryKey: evidenceKeys.file(storagePath),
    queryFn: async ({ signal }) => {
      const request = getClient().storage.from(EVIDENCE_BUCKET).download(storagePath, {}, { signal })
      const file = await unwrapAuth(request)
      return new Blob([file], { type: evidenceMediaType(storagePath) })
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: KEEP_FILE_MS,
  })
}

const LINK_LIFE_SECONDS = 60

/** A short-lived address from which the browser itself fetches a file under its own name. */
export async function createDownloadLink(storagePath: string, fileName: string): Promise<string> {
  const request = getClient().storage.from(EVIDENCE_BUCKET).createSignedUrl(storagePath, LINK_LIFE_SECONDS, { download: fileName })
  const { signedUrl } = await unwrapAuth(request)
  return signedUrl
}
