import type { EvidenceFilter } from './stored-evidence'

/** Cache keys of evidence. */
export const evidenceKeys = {
  all: ['evidence'] as const,
  lists: () => [...evidenceKeys.all, 'list'] as const,
  list: (filter: EvidenceFilter) => [...evidenceKeys.lists(), filter] as const,
  file: (storagePath: string) => [...evidenceKeys.all, 'file', storagePath] as const,
}
