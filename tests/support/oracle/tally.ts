import { dayFrom, dayOf } from './days'
import type { Judgement } from './judge'
import { count } from './live-plans'
import type { ObligationLife, PlanLife } from './lives'
import { judgeCompleting } from './mending'
import type { Reason } from './rows'

/** Every reason there is: a comparison that never met one says nothing about it. */
export const REASONS: Record<Reason, true> = {
  unassigned: true,
  not_started: true,
  not_applicable: true,
  not_tracked: true,
  due_before_given: true,
  closed_with_milestone: true,
  completed: true,
  completed_late: true,
  awaiting_review: true,
  awaiting_review_late: true,
  overdue: true,
  returned: true,
  report_missing: true,
  behind_schedule: true,
  due_soon: true,
  support_awaited: true,
  on_track: true,
}

/** What a comparison has met, by name. */
export type Tally = Map<string, number>

/** Counts what was judged. */
export function tallyJudged(tally: Tally, { obligations, tasks, sums }: Judgement): void {
  for (const { reasons, mendUntil, isReturned, awaitingSince, signal } of obligations) {
    for (const reason of reasons) count(tally, reason)
    if (mendUntil !== null) count(tally, 'days to mend')
    if (isReturned && signal === 'red') count(tally, 'returned and overdue')
    if (awaitingSince !== null && reasons.includes('due_before_given')) count(tally, 'waits before it is answered')
  }
  for (const task of tasks) {
    if (task.reason === 'unassigned') count(tally, 'unassigned')
    if (task.waitingPercent !== null) count(tally, 'a waiting percent')
    if (task.openResponsible > 0) count(tally, 'leads done, others not')
    if (task.overdueResponsible > 0) count(tally, 'leads done, others overdue')
    if (task.percent === null) count(tally, 'no percent')
  }
  if (sums.before_given > 0) count(tally, 'counted as before given')
  if (sums.complete_late > 0) count(tally, 'counted as complete and late')
}

/** Counts what a plan is like and what happened in it. */
export function tallyLived(tally: Tally, plan: PlanLife): void {
  count(tally, `cadence ${plan.cadence}`)
  if (plan.warningDays !== 15) count(tally, 'warning days of its own')
  if (plan.behindPoints !== 20) count(tally, 'points behind of its own')
  if (dayOf(plan.issuedAt) > dayFrom('2025-03-01')) count(tally, 'issued in mid-year')
  if (dayOf(plan.issuedAt) < plan.startsOn) count(tally, 'issued before it starts')
  for (const { terms } of plan.tasks.flatMap(({ milestones }) => milestones))
    terms.slice(1).forEach(({ dueOn }, index) => {
      count(tally, dueOn > (terms[index]?.dueOn ?? 0) ? 'amended to a later day' : 'amended to an earlier day')
    })
  for (const obligation of plan.tasks.flatMap(({ obligations }) => obligations)) tallyReports(tally, obligation, plan)
}

function tallyReports(tally: Tally, obligation: ObligationLife, plan: PlanLife): void {
  const judged = judgeCompleting(obligation, plan, Infinity)
  const back = judged.filter(({ submission }) => submission.decision === 'returned')
  if (back.length > 1) count(tally, 'returned more than once')
  for (const { submission, dueOn } of back)
    count(
      tally,
      dayOf(submission.decidedAt ?? 0) > dueOn ? 'returned after the due day' : 'returned before the due day',
    )
  const isInDays = ({ dueOn, isInTime, submission }: (typeof judged)[number]) =>
    isInTime && dayOf(submission.submittedAt) > dueOn
  if (judged.some(isInDays)) count(tally, 'handed in again within the days to mend')
  for (const { submittedAt } of obligation.submissions)
    count(tally, `at ${new Date(submittedAt / 1000 + 8 * 3_600_000).toISOString().slice(11, 16)}`)
}

/** All that has to happen and be met for a comparison to mean something. */
export const HAS_TO_BE_MET = [
  ...Object.keys(REASONS),
  'days to mend',
  'returned and overdue',
  'waits before it is answered',
  'a waiting percent',
  'no percent',
  'leads done, others not',
  'leads done, others overdue',
  'counted as before given',
  'counted as complete and late',
  'cadence none',
  'cadence monthly',
  'cadence quarterly',
  'cadence half_yearly',
  'cadence yearly',
  'warning days of its own',
  'points behind of its own',
  'issued in mid-year',
  'issued before it starts',
  'amended to a later day',
  'amended to an earlier day',
  'returned more than once',
  'returned after the due day',
  'returned before the due day',
  'handed in again within the days to mend',
  'at 23:59',
  'at 00:01',
  'hands in progress',
  'hands in no_change',
  'hands in not_applicable',
  'hands in a completion',
  'reviews: approved',
  'reviews: returned',
  'reviews after closing',
  'reopens',
  'amends',
  'extends',
  'adds a unit',
  'withdraws a unit',
  'gives anew',
  'changes a role',
  'withdraws a task',
  'closes the plan',
  'answers done',
  'answers owed',
  'answers owed by a new date',
  'answers not_tracked',
]
