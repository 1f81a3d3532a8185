import type { PlanFilter } from '@/domain/plans/plan'
import { planStateVocabulary } from '@/domain/plans/plan-state-vocabulary'
import type { SearchState } from '@/ui/use-search-state'

/** The filters of the list of plans as the address has them. */
export const planSearchDefaults = { words: '', state: '', page: 1 } as const

export function toPlanFilter({ words, state, page }: SearchState<typeof planSearchDefaults>): PlanFilter {
  return { words, state: planStateVocabulary.is(state) ? state : '', page: Math.max(1, page) }
}
