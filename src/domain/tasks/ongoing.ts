import type { LocalDate } from '../local-date/local-date'

/** What is said beside the due date of a task that goes on without an end. */
export const ONGOING = '持续推进'

/** A due date as text, with the word for what goes on until then: 2021-12-31（持续推进）. */
export function dueWithOngoing(dueOn: LocalDate | null, isOngoing: boolean): string | null {
  return dueOn === null || !isOngoing ? dueOn : `${dueOn}（${ONGOING}）`
}
