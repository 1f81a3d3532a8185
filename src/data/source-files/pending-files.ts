import type { SourceDocumentId } from '@/domain/ids'

/** Files of this visit that have not arrived in Storage yet: a failed upload is tried again without choosing anew. */
const pending = new Map<SourceDocumentId, File>()

export function rememberPendingFile(id: SourceDocumentId, file: File): void {
  pending.set(id, file)
}

export function pendingFileOf(id: SourceDocumentId): File | undefined {
  return pending.get(id)
}

export function forgetPendingFile(id: SourceDocumentId): void {
  pending.delete(id)
}
