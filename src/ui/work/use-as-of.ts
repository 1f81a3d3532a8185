import { pastDay, type LocalDate } from '@/domain/local-date/local-date'
import { useSearchState } from '../use-search-state'
import { useToday } from '../use-today'

const defaults = { asOf: '' } as const

/** The past day a page speaks of, kept in the address; null is today. Call it outside `TodayContext`. */
export function useAsOf(): readonly [LocalDate | null, (asOf: LocalDate | null) => void] {
  const today = useToday()
  const [search, update] = useSearchState(defaults)
  const asOf = pastDay(search.asOf, today)
  return [asOf, (next) => update({ asOf: next === null || next >= today ? '' : next })]
}
