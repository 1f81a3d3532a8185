import type { EvidenceId, SubmissionId } from '@/domain/ids'
import type { QueryClient } from '@tanstack/react-query'
import { getClient } from '../client'
import { AppError, toAppError } from '../errors'
import { FILE_CHANGED } from '../evidence/intact-file'
import { evidenceFileOptions } from '../evidence/queries'
import { readAllPages } from '../read-all-pages'

/** A file that was read and checked so lately is not read once more. */
const CHECKED_LATELY_MS = 60_000

/**
 * Reads every file that is about to be accepted and checks that it is the one that was handed in: nothing is approved on
 * the strength of a row alone. Throws `evidence_file_changed`, or why a file cannot be read, with its title.
 */
export async function requireIntactFiles(
  queryClient: QueryClient,
  submissionIds: readonly SubmissionId[],
  rejectedIds: readonly EvidenceId[] = [],
) {
  const pieces = await readAllPages((from, to) =>
    getClient()
      .from('submission_evidence')
      .select('evidence_id, content_sha256, evidence(title, storage_path)')
      .in('submission_id', [...submissionIds])
      .order('submission_id')
      .order('evidence_id')
      .range(from, to),
  )
  for (const { evidence_id, content_sha256, evidence } of pieces) {
    if (evidence.storage_path === null || rejectedIds.includes(evidence_id)) continue
    const address = { storagePath: evidence.storage_path, contentSha256: content_sha256 }
    try {
      await queryClient.fetchQuery({ ...evidenceFileOptions(address), staleTime: CHECKED_LATELY_MS })
    } catch (error) {
      throw withTitle(error, evidence.title)
    }
  }
}

function withTitle(error: unknown, title: string): unknown {
  const { code, status } = toAppError(error)
  const isGone = code === 'NoSuchKey' || status === 404
  if (code !== FILE_CHANGED && !isGone) return error
  return new AppError(isGone ? 'evidence_file_not_stored' : code, { status: 409, detail: title })
}
