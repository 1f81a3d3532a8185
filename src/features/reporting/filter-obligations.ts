import type { Obligation } from '@/domain/reporting/obligation'
import { signalAppearance } from '@/domain/signal/signal-vocabulary'
import type { SearchState } from '@/ui/use-search-state'

/** Filters as the address has them; '' filters nothing. */
export const obligationFilterDefaults = { plan: '', role: '', signal: '', words: '', all: false } as const

export type ObligationFilter = SearchState<typeof obligationFilterDefaults>

/** Whether anything is filtered out by choice; showing all milestones is not filtering. */
export function isFiltering({ plan, role, signal, words }: ObligationFilter): boolean {
  return [plan, role, signal, words.trim()].some((value) => value !== '')
}

/** The obligations that a filter lets through, in the order they came; each word must occur somewhere. */
export function filterObligations(obligations: readonly Obligation[], filter: ObligationFilter): readonly Obligation[] {
  const words = filter.words
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  return obligations.filter((each) => {
    const text = `${each.number ?? ''} ${each.title} ${each.requirement} ${each.planTitle}`.toLowerCase()
    return (
      (filter.plan === '' || each.planId === filter.plan) &&
      (filter.role === '' || each.role === filter.role) &&
      (filter.signal === '' || signalAppearance(each).value === filter.signal) &&
      words.every((word) => text.includes(word))
    )
  })
}
