import type { PlanId } from '@/domain/ids'
import { localDateOf, pastDay, type LocalDate } from '@/domain/local-date/local-date'
import { noId } from '@/lib/brand'
import { readSearch } from '@/ui/use-search-state'
import type { Params } from 'react-router'

/** What an address says of the page at it. */
export interface PageAddress {
  /** What the path names. */
  readonly params: Params
  readonly search: URLSearchParams
}

/** The past day spoken of; null is today. */
export function asOfIn(search: URLSearchParams): LocalDate | null {
  return pastDay(search.get('asOf') ?? '', localDateOf(new Date()))
}

const planFilter = { plan: noId<PlanId>() } as const

/** The plan that a page is narrowed to; '' is all. */
export function planIn(search: URLSearchParams): PlanId | '' {
  return readSearch(planFilter, search).plan
}
