import type { SourceDocumentId } from '@/domain/ids'

/** Cache keys of the original files of imported documents. */
export const sourceFileKeys = {
  all: ['source-files'] as const,
  detail: (id: SourceDocumentId) => [...sourceFileKeys.all, 'detail', id] as const,
}
