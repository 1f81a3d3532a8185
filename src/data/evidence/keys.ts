import type { FileAddress } from './intact-file'
import type { EvidenceFilter } from './stored-evidence'

/** Cache keys of evidence. */
export const evidenceKeys = {
  all: ['evidence'] as const,
  lists: () => [...evidenceKeys.all, 'list'] as const,
  list: (filter: EvidenceFilter) => [...evidenceKeys.lists(), filter] as const,
  file: ({ storagePath, contentSha256 }: FileAddress) =>
    [...evidenceKeys.all, 'file', storagePath, contentSha256] as const,
}
