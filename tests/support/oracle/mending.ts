import { dayOf, type Day, type Instant } from './days'
import { fellDueBeforeGiven } from './earlier-dues'
import type { Plan, Submission } from './history'
import type { ObligationLife } from './lives'
import { decisionBy, handedIn, isCompleting } from './reports'
import { dueInForce } from './terms'

/** A completing report, judged by what held when it was handed in. */
export interface Judged {
  submission: Submission
  /** “It is judged by the due date in force when it was handed in, whatever is amended later.” */
  dueOn: Day
  isInTime: boolean
  /** The last day on which it may be handed in again and still be in time; null where it gives no such days. */
  mendUntil: Day | null
}

const [LEAST_DAYS, MOST_DAYS] = [3, 15]

/**
 * Every completing report handed in by an instant. “What was in time and came back after its due day is in time if it is
 * handed in again within as many days as the review took (3 to 15)”, also when that comes back once more.
 */
export function judgeCompleting(obligation: ObligationLife, plan: Plan, by: Instant): Judged[] {
  const judged: Judged[] = []
  let openUntil = -Infinity
  for (const submission of handedIn(obligation, by).filter(isCompleting)) {
    const dueOn = dueInForce(obligation, submission.submittedAt)
    const day = dayOf(submission.submittedAt)
    const isWithin = day <= Math.max(dueOn, openUntil)
    const mendUntil = isWithin ? daysToMend(submission, dueOn, by) : null
    // What fell due before it was given was owed by no day yet, so nothing handed in then is late by it.
    const isInTime = isWithin || fellDueBeforeGiven(obligation, plan, submission.submittedAt)
    if (mendUntil !== null) openUntil = Math.max(openUntil, mendUntil)
    judged.push({ submission, dueOn, isInTime, mendUntil: mendUntil === null ? null : openUntil })
  }
  return judged
}

function daysToMend(submission: Submission, dueOn: Day, by: Instant): Day | null {
  if (decisionBy(submission, by) !== 'returned' || submission.decidedAt === null) return null
  const returnedOn = dayOf(submission.decidedAt)
  if (returnedOn <= dueOn) return null
  const reviewTook = returnedOn - dayOf(submission.submittedAt)
  return returnedOn + Math.min(Math.max(reviewTook, LEAST_DAYS), MOST_DAYS)
}
