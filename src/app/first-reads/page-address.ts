import type { LocalDate } from '@/domain/local-date/local-date'
import { localDateOf, pastDay } from '@/domain/local-date/local-date'

/** What an address says of the page at it. */
export interface PageAddress {
  /** The id in the path; '' where there is none. */
  readonly id: string
  readonly search: URLSearchParams
}

/** The past day spoken of; null is today. */
export function asOfIn(search: URLSearchParams): LocalDate | null {
  return pastDay(search.get('asOf') ?? '', localDateOf(new Date()))
}
