import { localDateOf, type LocalDate } from '@/domain/local-date/local-date'
import { createContext, use, useSyncExternalStore } from 'react'

/** A fixed day for a page about the past, or for a test; null follows the clock. */
export const TodayContext = createContext<LocalDate | null>(null)

const CHECK_EVERY_MS = 60_000

/** The business day in Asia/Shanghai; moves on at midnight while the page stays open. */
export function useToday(): LocalDate {
  const fixed = use(TodayContext)
  const current = useSyncExternalStore(subscribe, readToday)
  return fixed ?? current
}

function readToday(): LocalDate {
  return localDateOf(new Date())
}

function subscribe(notify: () => void): () => void {
  const timer = setInterval(notify, CHECK_EVERY_MS)
  return () => clearInterval(timer)
}
