import { dayOf, type Day, type Instant } from './days'
import type { DueTerm, Plan, Role } from './history'
import type { AssignmentLife, MilestoneLife, ObligationLife } from './lives'

/** Of what is known by an instant the last; lists come in the order in which they became known. */
export function lastKnown<T extends { knownFrom: Instant }>(terms: readonly T[], by: Instant): T | undefined {
  return terms.findLast((term) => term.knownFrom <= by)
}

/** The milestone's own date and weight in force at an instant; nothing before it was made. */
export function milestoneTerm(milestone: MilestoneLife, by: Instant): DueTerm | undefined {
  return lastKnown(milestone.terms, by)
}

/**
 * “Moves the due date for that assignment only, once approved”: its own last term known, else its milestone's.
 */
export function dueInForce(obligation: ObligationLife, by: Instant): Day {
  const term = lastKnown(obligation.ownTerms, by) ?? milestoneTerm(obligation.milestone, by)
  if (term === undefined) throw new Error(`obligation ${obligation.id} was not due yet`)
  return term.dueOn
}

/** That a unit has a task, in which role, and since when. */
export interface Given {
  role: Role
  /** The moment of the term that gave it, or gave it anew. */
  since: Instant
  /** “The day of issue and the day it was given (or given anew)”, the later of the two. */
  on: Day
}

/**
 * How a unit has a task at an instant. “An assignment's clock starts on the latest of that day, the day of issue and the
 * day it was given (or given anew)”: given by the first term in force after the last that was not; a change of role alone
 * gives nothing anew.
 */
export function givenAt(assignment: AssignmentLife, plan: Plan, by: Instant): Given | undefined {
  const known = assignment.terms.filter((term) => term.knownFrom <= by)
  const last = known.at(-1)
  const first = known[known.findLastIndex((term) => !term.isInForce) + 1]
  if (last === undefined || first === undefined) return undefined
  return { role: last.role, since: first.knownFrom, on: Math.max(dayOf(plan.issuedAt), dayOf(first.knownFrom)) }
}

/**
 * “A milestone starts with the plan, or the day after the task's previous milestone is due”, by the milestones' own dates
 * in force.
 */
export function milestoneStart(
  milestone: MilestoneLife,
  milestones: readonly MilestoneLife[],
  plan: Plan,
  by: Instant,
): Day {
  const dueOn = milestoneTerm(milestone, by)?.dueOn ?? 0
  const before = milestones
    .filter(({ id }) => id !== milestone.id)
    .map((other) => milestoneTerm(other, by)?.dueOn ?? Infinity)
    .filter((other) => other < dueOn)
  return before.length === 0 ? plan.startsOn : Math.max(...before) + 1
}
