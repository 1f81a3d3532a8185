import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { getClient } from '../client'
import { likeValue, unwrapPage } from '../request'
import { fetchIntactFile, type FileAddress } from './intact-file'
import { evidenceKeys } from './keys'
import { EVIDENCE_COLUMNS, toEvidence } from './mapper'
import { EVIDENCE_PER_PAGE, type EvidenceFilter, type StoredEvidence } from './stored-evidence'

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
  const items = rows.map((row): StoredEvidence => ({
    ...toEvidence(row),
    isHandedIn: row.submission_evidence.length > 0,
  }))
  return { items, total }
}

const KEEP_FILE_MS = 60_000

/** A stored file for showing it in the page, after its bytes were checked. */
export function evidenceFileOptions(address: FileAddress) {
  return queryOptions({
    queryKey: evidenceKeys.file(address),
    queryFn: ({ signal }) => fetchIntactFile(address, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: KEEP_FILE_MS,
  })
}
