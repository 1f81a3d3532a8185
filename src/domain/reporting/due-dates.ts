import type { LocalDate } from '../local-date/local-date'

/** Until when something is owed, as the database says it: the date in force, and that of its milestone. */
export interface DueDates {
  readonly dueOn: LocalDate
  /** The date of the plan; it differs where one unit was given a date of its own, and stays visible then. */
  readonly milestoneDueOn: LocalDate
}

/** The milestone's date for whoever has another one; null where both are the same. */
export function milestoneDueInWords({ dueOn, milestoneDueOn }: DueDates): string | null {
  return dueOn === milestoneDueOn ? null : `节点期限 ${milestoneDueOn}`
}

/** The date in force, with the milestone's where it is another: 2021-07-31（节点期限 2021-06-30）. */
export function dueInFull(dates: DueDates): string {
  const milestone = milestoneDueInWords(dates)
  return milestone === null ? dates.dueOn : `${dates.dueOn}（${milestone}）`
}
