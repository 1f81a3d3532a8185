import { evidenceMediaType } from '@/domain/reporting/evidence-file'
import { sha256Of } from '@/lib/sha256'
import { getClient } from '../client'
import { AppError } from '../errors'
import { unwrapAuth } from '../request'
import { EVIDENCE_BUCKET } from './stored-evidence'

/** The key of the refusal when a file is not the one that was handed in. */
export const FILE_CHANGED = 'evidence_file_changed'

/** Where a stored file lies, and the fingerprint it had when it became evidence or was handed in. */
export interface FileAddress {
  readonly storagePath: string
  readonly contentSha256: string | null
}

/**
 * A stored file, after its bytes were found to be those that were handed in; throws `evidence_file_changed` when they are
 * not, so that nobody looks at, or keeps, another file than the one that was judged. Its type follows its name, never what
 * was claimed at the upload, so that nothing can pass as a page of ours.
 */
export async function fetchIntactFile(
  { storagePath, contentSha256 }: FileAddress,
  signal?: AbortSignal,
  bucket = EVIDENCE_BUCKET,
): Promise<Blob> {
  const request = getClient()
    .storage.from(bucket)
    .download(storagePath, {}, signal === undefined ? {} : { signal })
  const file = await unwrapAuth(request)
  if ((await sha256Of(file)) !== contentSha256) throw new AppError(FILE_CHANGED, { status: 409 })
  return new Blob([file], { type: evidenceMediaType(storagePath) })
}
