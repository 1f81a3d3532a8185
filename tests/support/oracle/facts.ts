import { dayOf, endOf, type Day, type Instant } from './days'
import { answerInForce, fellDueBeforeGiven } from './earlier-dues'
import type { Answer, Plan, Submission } from './history'
import type { ObligationLife, TaskLife } from './lives'
import { judgeCompleting, type Judged } from './mending'
import { isCompleting, lastReopening, latest, pending, returned, standing } from './reports'
import { dueInForce, milestoneStart, type Given } from './terms'

/** On which day what is judged, and until when what happened is known. */
export interface Moment {
  plan: Plan
  /** “A closed plan stands still on the day it was closed”: no later than that. */
  day: Day
  /** What is handed in and decided until the end of the day asked for counts, also after the closing. */
  by: Instant
}

/** The moment of a plan at the end of a day. */
export function momentOf(plan: Plan, asOf: Day): Moment {
  return { plan, day: plan.closedAt === null ? asOf : Math.min(asOf, dayOf(plan.closedAt)), by: endOf(asOf) }
}

/** All that is known of an obligation and decides its signal. */
export interface Facts {
  given: Given
  startOn: Day
  dueOn: Day
  /** Since when it is had, for the periods: not held back by the due day. */
  hadFrom: Day
  standing: Submission | undefined
  latest: Submission | undefined
  pending: Submission | undefined
  answer: Answer | undefined
  isReturned: boolean
  isAskedAbout: boolean
  isNotApplicable: boolean
  isNotTracked: boolean
  completedOn: Day | null
  isLate: boolean
  /** The completing report that awaits review, and whether it was in time. */
  waiting: Judged | undefined
  mendUntil: Day | null
}

/** Gathers what is known of an obligation that a unit has. */
export function factsOf(obligation: ObligationLife, task: TaskLife, given: Given, { plan, day, by }: Moment): Facts {
  const counts = standing(obligation, by)
  const isSettled = counts !== undefined && isCompleting(counts)
  const answer = isSettled ? undefined : answerInForce(obligation, plan, by)
  const judged = judgeCompleting(obligation, plan, by)
  const judgementOf = (report: Submission | undefined) => judged.find(({ submission }) => submission === report)
  const waiting = isSettled ? undefined : judgementOf(pending(obligation, by))
  const isDone = (isSettled && counts.kind !== 'not_applicable') || answer?.answer === 'done'
  const dueOn = dueInForce(
    obligation,
    judgedAt(by, isSettled ? counts : undefined, isDone ? answer : undefined, waiting),
  )
  const starts = milestoneStart(obligation.milestone, task.milestones, plan, by)
  const reopenedAt = lastReopening(obligation, by)?.reopenedAt
  const completedOn = isDone ? (isSettled ? dayOf(counts.submittedAt) : (answer?.doneOn ?? null)) : null
  const isAskedAbout = !isSettled && fellDueBeforeGiven(obligation, plan, by)
  // “A return starts it again”: days to mend are for what came back and would be red without them.
  const isOwed =
    given.role !== 'supporting' && completedOn === null && answer?.answer !== 'not_tracked' && !isAskedAbout
  const isBack = returned(obligation, by) !== undefined
  const back = isOwed && isBack ? (judged.findLast((each) => each.mendUntil !== null)?.mendUntil ?? null) : null
  return {
    given,
    dueOn,
    startOn: Math.min(Math.max(starts, given.on), dueOn),
    hadFrom: Math.max(starts, given.on, reopenedAt === undefined ? -Infinity : dayOf(reopenedAt)),
    standing: counts,
    latest: latest(obligation, by),
    pending: pending(obligation, by),
    answer,
    isReturned: isBack,
    isAskedAbout,
    isNotApplicable: isSettled && counts.kind === 'not_applicable',
    isNotTracked: answer?.answer === 'not_tracked',
    completedOn,
    isLate:
      given.role !== 'supporting' &&
      completedOn !== null &&
      (isSettled ? judgementOf(counts)?.isInTime === false : completedOn > dueOn),
    waiting,
    mendUntil: back !== null && day > dueOn && day <= back ? back : null,
  }
}

/** “Judged by the due date in force when it was handed in”, or answered; what is open by the one in force now. */
function judgedAt(
  by: Instant,
  settledBy: Submission | undefined,
  doneBy: Answer | undefined,
  waiting: Judged | undefined,
): Instant {
  return settledBy?.submittedAt ?? doneBy?.answeredAt ?? waiting?.submission.submittedAt ?? by
}
