import { dayOf, endOf, type Day } from './days'
import { momentOf } from './facts'
import type { PlanLife, TaskLife } from './lives'
import { obligationRows } from './obligation-rows'
import type { AssignmentRow, ObligationRow, PlanSums, TaskRow } from './rows'
import { planSums } from './sums'
import { assignmentRows, taskRow } from './work-rows'

/** All that is to be said of a plan at the end of a day. */
export interface Judgement {
  planId: string
  /** Whether it counts among all plans: from its issue until the day before it was closed. */
  isCounted: boolean
  obligations: readonly ObligationRow[]
  assignments: readonly AssignmentRow[]
  tasks: readonly TaskRow[]
  sums: PlanSums
}

/**
 * Judges a plan by what was known on a day: “the same question can be asked for any past day and is answered from what was
 * known (approved) then”. A plan that was not issued yet has nothing to say.
 */
export function judge(plan: PlanLife, asOf: Day): Judgement | undefined {
  if (plan.issuedAt > endOf(asOf)) return undefined
  const moment = momentOf(plan, asOf)
  const parts = plan.tasks
    .filter((task) => isInForce(task, asOf))
    .map((task) => {
      const obligations = obligationRows(task, moment)
      return {
        obligations,
        assignments: assignmentRows(obligations),
        task: taskRow(task, obligations, moment),
      }
    })
  const tasks = parts.map(({ task }) => task)
  return {
    planId: plan.id,
    isCounted: plan.closedAt === null || asOf < dayOf(plan.closedAt),
    obligations: parts.flatMap(({ obligations }) => obligations),
    assignments: parts.flatMap(({ assignments }) => assignments),
    tasks,
    sums: planSums(plan.id, tasks),
  }
}

/** “It is amended (history kept) or withdrawn with a reason”: what is withdrawn counts nowhere from that day on. */
function isInForce({ withdrawnAt }: TaskLife, asOf: Day): boolean {
  return withdrawnAt === null || withdrawnAt > endOf(asOf)
}
