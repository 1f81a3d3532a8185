import { parseLocalDate } from '@/domain/local-date/local-date'
import type { DueDates } from '@/domain/reporting/due-dates'

/** Columns that the database works out for an obligation, by the terms in force today; embed these, never milestones(due_on). */
export const DUE_COLUMNS = 'due_on, milestone_due_on'

export interface DueDatesRow {
  readonly due_on: string | null
  readonly milestone_due_on: string | null
}

/** The due dates of an obligation. Each has both: one that has not was not read, and is not shown as having none. */
export function toDueDates({ due_on, milestone_due_on }: DueDatesRow): DueDates {
  if (due_on === null || milestone_due_on === null) throw new TypeError('an obligation came without its due date')
  return { dueOn: parseLocalDate(due_on), milestoneDueOn: parseLocalDate(milestone_due_on) }
}
