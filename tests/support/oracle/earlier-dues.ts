import type { Instant } from './days'
import type { Answer, Plan } from './history'
import type { ObligationLife } from './lives'
import { dueInForce, givenAt } from './terms'

/**
 * What the office said of what fell due before it was given: the last answer since it was given. “Done already” and
 * “not tracked” are taken back by a later reopening, and then it is asked again.
 */
export function answerInForce(obligation: ObligationLife, plan: Plan, by: Instant): Answer | undefined {
  const given = givenAt(obligation.assignment, plan, by)
  if (given === undefined) return undefined
  const last = obligation.answers.findLast(({ answeredAt }) => answeredAt >= given.since && answeredAt <= by)
  if (last === undefined || last.answer === 'owed') return last
  const isTakenBack = obligation.reopenings.some(({ reopenedAt }) => reopenedAt >= last.answeredAt && reopenedAt <= by)
  return isTakenBack ? undefined : last
}

/**
 * “What fell due before it was given is asked about when it is given … until answered it is grey, 下达前到期.” Whether it
 * is at an instant, whatever was reported on it.
 */
export function fellDueBeforeGiven(obligation: ObligationLife, plan: Plan, by: Instant): boolean {
  const given = givenAt(obligation.assignment, plan, by)
  if (given === undefined || given.role === 'supporting') return false
  return dueInForce(obligation, by) < given.on && answerInForce(obligation, plan, by) === undefined
}
