import type { Facts, Moment } from './facts'
import { isMissing, lastDuePeriod } from './periods'
import type { Reason, Verdict } from './rows'
import { isBehind } from './schedule'

const says = (signal: Verdict['signal'], ...reasons: Reason[]): Verdict => ({ signal, reasons })

/** The signal of who is judged: a lead or a responsible unit, also beside a lead (“owes its part”). */
export function signalOfOwed(facts: Facts, moment: Moment): Verdict {
  const settled = signalOfSettled(facts)
  if (settled !== undefined) return settled
  // “Until answered it is grey, 下达前到期.”
  if (facts.isAskedAbout) return says('grey', 'due_before_given')
  // “While a completing report awaits review the clock stands still (待审核, no red, on no screen).”
  if (facts.waiting !== undefined)
    return facts.waiting.isInTime ? says('green', 'awaiting_review') : says('yellow', 'awaiting_review_late')
  if (moment.day < facts.startOn) return says('grey', 'not_started')
  return signalOfOpen(facts, moment)
}

/** “Grey — … 无此事项 accepted”; “yellow — complete but late (never green again)”. */
function signalOfSettled(facts: Facts): Verdict | undefined {
  if (facts.isNotApplicable) return says('grey', 'not_applicable')
  if (facts.completedOn !== null) return facts.isLate ? says('yellow', 'completed_late') : says('green', 'completed')
  return facts.isNotTracked ? says('grey', 'not_tracked') : undefined
}

/**
 * “Red — past due and not complete; yellow — … due within the plan's warning days, returned and not mended, report for the
 * last period missing, or more than 20 points behind; green — otherwise.”
 */
function signalOfOpen(facts: Facts, { plan, day }: Moment): Verdict {
  const period = lastDuePeriod(day, plan.cadence, plan.graceDays)
  const isPast = day > facts.dueOn
  // “At the end of the last period whose report is due (of today for a plan without cadence…)”.
  const measuredOn = period?.endOn ?? day
  const reasons: Reason[] = []
  if (isPast && facts.mendUntil === null) reasons.push('overdue')
  if (facts.isReturned) reasons.push('returned')
  if (period !== undefined && isMissing(period, facts.hadFrom, facts.latest?.submittedAt))
    reasons.push('report_missing')
  if (!isPast && isBehind(bestPercent(facts), plan.behindPoints, measuredOn, facts.startOn, facts.dueOn))
    reasons.push('behind_schedule')
  if (!isPast && facts.dueOn - day <= plan.warningDays) reasons.push('due_soon')
  if (reasons.length === 0) return says('green', 'on_track')
  return says(reasons[0] === 'overdue' ? 'red' : 'yellow', ...reasons)
}

/** “The higher of approved and waiting percent counts.” */
function bestPercent({ standing, pending }: Facts): number {
  return Math.max(standing?.percent ?? 0, pending?.percent ?? 0)
}

/**
 * “A supporting unit is asked, not judged: its obligation is never red and closes with the milestone.”
 */
export function signalOfSupporting(facts: Facts, isMilestoneClosed: boolean, { day }: Moment): Verdict {
  const settled = signalOfSettled(facts)
  if (settled !== undefined) return settled
  if (isMilestoneClosed) return says('grey', 'closed_with_milestone')
  if (facts.waiting !== undefined) return says('green', 'awaiting_review')
  if (day < facts.startOn) return says('grey', 'not_started')
  const reasons: Reason[] = []
  if (facts.isReturned) reasons.push('returned')
  if (day > facts.dueOn) reasons.push('support_awaited')
  return reasons.length === 0 ? says('green', 'on_track') : says('yellow', ...reasons)
}
