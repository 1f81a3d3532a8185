import type { LocalDate } from '@/domain/local-date/local-date'
import { isLocalDate } from '@/domain/local-date/local-date'
import { readSearch, useSearchState } from '../use-search-state'
import { useToday } from '../use-today'

const defaults = { asOf: '' } as const

/** The past day a page speaks of, kept in the address; null is today. Call it outside `TodayContext`. */
export function useAsOf(): readonly [LocalDate | null, (asOf: LocalDate | null) => void] {
  const today = useToday()
  const [search, update] = useSearchState(defaults)
  const asOf = pastDay(search.asOf, today)
  return [asOf, (next) => update({ asOf: next === null || next >= today ? '' : next })]
}

/** The past day that an address speaks of, for whoever reads it outside a component; null is today. */
export function readAsOf(params: URLSearchParams, today: LocalDate): LocalDate | null {
  return pastDay(readSearch(defaults, params).asOf, today)
}

/** What is no day, or none that has passed, is today. */
function pastDay(text: string, today: LocalDate): LocalDate | null {
  return isLocalDate(text) && text < today ? text : null
}
