import type { Evidence } from '@/domain/reporting/evidence'
import type { RowWith } from '../database'

/** The columns every list of evidence asks for. */
export const EVIDENCE_COLUMNS = 'id, kind, title, url, storage_path, file_name, byte_size, content_sha256, created_at'

export function toEvidence(row: RowWith<'evidence', typeof EVIDENCE_COLUMNS>): Evidence {
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    url: row.url,
    storagePath: row.storage_path,
    fileName: row.file_name,
    byteSize: row.byte_size,
    contentSha256: row.content_sha256,
    createdAt: row.created_at,
  }
}
