import { dayOf } from './days'
import { factsOf, type Facts, type Moment } from './facts'
import type { ObligationLife, TaskLife } from './lives'
import type { ObligationRow, Verdict } from './rows'
import { scheduledPercent } from './schedule'
import { signalOfOwed, signalOfSupporting } from './signal'
import { givenAt, milestoneTerm, type Given } from './terms'

interface Share {
  obligation: ObligationLife
  given: Given
  facts: Facts
  isAccountable: boolean
}

/** What every unit that has a task owes on it at a moment. */
export function obligationRows(task: TaskLife, moment: Moment): ObligationRow[] {
  const shares = sharesOf(task, moment)
  const closed = closedMilestones(shares)
  return shares.map((share) => {
    const isClosedHere = closed.has(share.obligation.milestoneId)
    return share.given.role === 'supporting'
      ? rowOf(share, signalOfSupporting(share.facts, isClosedHere, moment), isClosedHere, moment)
      : rowOf(share, signalOfOwed(share.facts, moment), false, moment)
  })
}

/** “‘Accountable’ = lead if the task has one, else responsible”; “supporting units never count in it”. */
function sharesOf(task: TaskLife, moment: Moment): Share[] {
  const had = task.obligations.flatMap((obligation) => {
    const given = givenAt(obligation.assignment, moment.plan, moment.by)
    const isKnown = milestoneTerm(obligation.milestone, moment.by) !== undefined
    return given === undefined || !isKnown ? [] : [{ obligation, given }]
  })
  const accountable = had.some(({ given }) => given.role === 'lead') ? 'lead' : 'responsible'
  return had.map(({ obligation, given }) => ({
    obligation,
    given,
    facts: factsOf(obligation, task, given, moment),
    isAccountable: given.role === accountable,
  }))
}

/** “A milestone is complete when every accountable assignment is complete”; what nobody has to do closes it as well. */
function closedMilestones(shares: readonly Share[]): Set<string> {
  const accountable = shares.filter(({ isAccountable }) => isAccountable)
  const open = new Set(
    accountable.filter(({ facts }) => !isSettled(facts)).map(({ obligation }) => obligation.milestoneId),
  )
  return new Set(accountable.map(({ obligation }) => obligation.milestoneId).filter((id) => !open.has(id)))
}

function isSettled(facts: Facts): boolean {
  return facts.completedOn !== null || facts.isNotApplicable || facts.isNotTracked
}

function rowOf(
  { obligation, given, facts, isAccountable }: Share,
  verdict: Verdict,
  isClosedWithMilestone: boolean,
  { day, by }: Moment,
): ObligationRow {
  const term = milestoneTerm(obligation.milestone, by)
  return {
    obligationId: obligation.id,
    taskId: obligation.taskId,
    assignmentId: obligation.assignmentId,
    milestoneId: obligation.milestoneId,
    unitId: obligation.assignment.unitId,
    role: given.role,
    isAccountable,
    weight: term?.weight ?? 1,
    startOn: facts.startOn,
    dueOn: facts.dueOn,
    milestoneDueOn: term?.dueOn ?? 0,
    percent: percentOf(facts),
    waitingPercent:
      facts.pending === undefined || facts.pending.kind === 'not_applicable' ? null : facts.pending.percent,
    scheduledPercent: scheduledPercent(day, facts.startOn, facts.dueOn),
    isComplete: facts.completedOn !== null,
    isLate: facts.isLate,
    isNotApplicable: facts.isNotApplicable,
    isClosed: isSettled(facts) || isClosedWithMilestone,
    hasStarted: day >= facts.startOn,
    completedOn: facts.completedOn,
    awaitingSince: facts.pending === undefined ? null : dayOf(facts.pending.submittedAt),
    isReturned: facts.isReturned,
    mendUntil: facts.mendUntil,
    factOn: facts.latest === undefined ? null : dayOf(facts.latest.submittedAt),
    ...verdict,
  }
}

/** “Where all is 无此事项 there is no percent (‘—’), and it counts in no mean.” */
function percentOf(facts: Facts): number | null {
  if (facts.completedOn !== null) return 100
  if (facts.isNotApplicable || facts.isNotTracked) return null
  return facts.standing?.percent ?? 0
}
