import type { Instant } from './days'
import type { Reopening, Submission } from './history'
import type { ObligationLife } from './lives'

/** “Completion needs an approved report of 100 %”; an accepted 无此事项 ends what is owed as well. */
export function isCompleting({ kind, percent }: Submission): boolean {
  return kind === 'not_applicable' || (kind === 'progress' && percent === 100)
}

/** What was handed in by an instant, in the order in which it was. */
export function handedIn(obligation: ObligationLife, by: Instant): Submission[] {
  return obligation.submissions.filter(({ submittedAt }) => submittedAt <= by)
}

/** What the review said of a report by an instant; nothing is known of what it says later. */
export function decisionBy({ decision, decidedAt }: Submission, by: Instant): 'approved' | 'returned' | null {
  return decidedAt !== null && decidedAt <= by ? decision : null
}

/** The last reopening known by an instant. */
export function lastReopening(obligation: ObligationLife, by: Instant): Reopening | undefined {
  return obligation.reopenings.findLast(({ reopenedAt }) => reopenedAt <= by)
}

/**
 * What counts: the last approved report. “The day that counts for a unit is the day it submitted what was later
 * approved”, so the last one handed in, not the last one decided; “a completed one can be reopened by the lead office”,
 * which voids what completed it before.
 */
export function standing(obligation: ObligationLife, by: Instant): Submission | undefined {
  const reopenedAt = lastReopening(obligation, by)?.reopenedAt ?? -Infinity
  return handedIn(obligation, by).findLast(
    (each) => decisionBy(each, by) === 'approved' && !(isCompleting(each) && each.submittedAt <= reopenedAt),
  )
}

/** The last word of the unit, whatever became of it. */
export function latest(obligation: ObligationLife, by: Instant): Submission | undefined {
  return handedIn(obligation, by).at(-1)
}

/** What awaits review. */
export function pending(obligation: ObligationLife, by: Instant): Submission | undefined {
  const last = latest(obligation, by)
  return last !== undefined && decisionBy(last, by) === null ? last : undefined
}

/** What came back and was not handed in again. */
export function returned(obligation: ObligationLife, by: Instant): Submission | undefined {
  const last = latest(obligation, by)
  return last !== undefined && decisionBy(last, by) === 'returned' ? last : undefined
}
