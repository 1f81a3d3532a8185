import { dayOf, firstOfMonth, monthOf, type Day } from './days'
import type { Cadence } from './history'

export interface Period {
  startOn: Day
  endOn: Day
}

const MONTHS: Record<Exclude<Cadence, 'none'>, number> = { monthly: 1, quarterly: 3, half_yearly: 6, yearly: 12 }

/**
 * “The last period whose report is due”: of the calendar periods whose end and days of grace are over the last one. None
 * for a plan without cadence.
 */
export function lastDuePeriod(day: Day, cadence: Cadence, graceDays: number): Period | undefined {
  if (cadence === 'none') return undefined
  const months = MONTHS[cadence]
  // That day's own period is never over; of those before it the first whose days of grace are.
  for (let month = Math.floor(monthOf(day) / months) * months - months; ; month -= months) {
    const period = { startOn: firstOfMonth(month), endOn: firstOfMonth(month + months) - 1 }
    if (period.endOn + graceDays < day) return period
  }
}

/**
 * “A period is owed by who had the obligation for at least half of it, counted anew after a reopening.”
 */
export function isOwed({ startOn, endOn }: Period, hadFrom: Day): boolean {
  return (endOn - hadFrom + 1) * 2 >= endOn - startOn + 1
}

/** “Report for the last period missing”: nothing was handed in since that period began. */
export function isMissing(period: Period, hadFrom: Day, lastHandedInAt: number | undefined): boolean {
  return isOwed(period, hadFrom) && (lastHandedInAt === undefined || dayOf(lastHandedInAt) < period.startOn)
}
