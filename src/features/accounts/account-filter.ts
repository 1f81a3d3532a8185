import type { AccountFilter } from '@/data/accounts/account'
import { roleVocabulary } from '@/domain/permissions/role-vocabulary'
import type { SearchState } from '@/ui/use-search-state'

/** The filters of the list of accounts as the address has them. */
export const accountSearchDefaults = { words: '', role: '', page: 1 } as const

export function toAccountFilter({ words, role, page }: SearchState<typeof accountSearchDefaults>): AccountFilter {
  return { words, role: roleVocabulary.is(role) ? role : '', page: Math.max(1, page) }
}
