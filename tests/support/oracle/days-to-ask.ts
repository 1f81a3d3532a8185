import { chanceOf } from './chance'
import { dayFrom, dayOf, type Day } from './days'
import type { ObligationLife, PlanLife } from './lives'
import { judgeCompleting } from './mending'
import { lastDuePeriod } from './periods'

/** Before the first plan of the stories is issued, and when all have settled down. */
const [FIRST, LAST] = [dayFrom('2024-12-15'), dayFrom('2026-03-15')]

/** Days on which something turns: on it, the day before and the day after another answer may be right. */
function turningDays(plan: PlanLife): Day[] {
  const obligations = plan.tasks.flatMap((task) => task.obligations)
  const milestones = plan.tasks.flatMap((task) => task.milestones)
  const dues = [...milestones.flatMap(({ terms }) => terms), ...obligations.flatMap(({ ownTerms }) => ownTerms)].map(
    ({ dueOn }) => dueOn,
  )
  return [
    plan.startsOn,
    dayOf(plan.issuedAt),
    ...(plan.closedAt === null ? [] : [dayOf(plan.closedAt)]),
    // Due, no longer in time; the next milestone starts; the warning begins.
    ...dues.flatMap((day) => [day, day + 1, day - plan.warningDays]),
    ...plan.tasks
      .flatMap(({ assignments }) => assignments)
      .flatMap(({ terms }) => terms.map((term) => dayOf(term.knownFrom))),
    ...obligations.flatMap((obligation) => happeningDays(obligation, plan)),
    ...periodTurns(plan),
  ]
}

function happeningDays(obligation: ObligationLife, plan: PlanLife): Day[] {
  const { submissions, reopenings, answers } = obligation
  const instants = [
    ...submissions.flatMap(({ submittedAt, decidedAt }) => [submittedAt, decidedAt ?? submittedAt]),
    ...reopenings.map(({ reopenedAt }) => reopenedAt),
    ...answers.map(({ answeredAt }) => answeredAt),
  ]
  const mends = judgeCompleting(obligation, plan, Infinity).flatMap(({ mendUntil }) => mendUntil ?? [])
  // The days to mend are few and decide much.
  return [...instants.map(dayOf), ...mends, ...mends, ...mends]
}

function periodTurns(plan: PlanLife): Day[] {
  const days: Day[] = []
  for (let day = LAST; day > FIRST;) {
    const period = lastDuePeriod(day, plan.cadence, plan.graceDays)
    if (period === undefined) return days
    day = period.endOn + plan.graceDays
    days.push(day)
  }
  return days
}

/** On which days to ask about a plan: mostly around those on which something turns, some others, and today. */
export function daysOf(plan: PlanLife, seed: number, count: number): Day[] {
  const chance = chanceOf(seed)
  const turning = chance.some(turningDays(plan), Math.ceil(count * 0.75)).map((day) => day + chance.pick([-1, 0, 0, 1]))
  const others = Array.from({ length: Math.floor(count * 0.25) }, () => chance.between(FIRST, LAST))
  const days = [...turning, ...others].filter((day) => day >= FIRST && day <= LAST)
  // Today is one question about all plans at once: not for each.
  return [...new Set(chance.is(0.1) ? [...days, dayOf(Date.now() * 1000)] : days)]
}
