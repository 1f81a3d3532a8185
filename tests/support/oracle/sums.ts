import { groupsOf } from './groups'
import { mean } from './progress'
import type { AssignmentRow, PlanSums, Sums, TaskRow, UnitSums } from './rows'

type Counted = Pick<TaskRow, 'signal' | 'reason' | 'isComplete' | 'isLate' | 'percent'>

/**
 * “临近期限 is counted apart from the other yellows”; 下达前到期 “counted apart”. A complete one counts as that alone.
 */
function boxOf({ signal, reason, isComplete }: Counted): keyof Sums {
  if (isComplete) return 'complete'
  if (signal === 'yellow' && reason === 'due_soon') return 'due_soon'
  if (signal === 'grey' && reason === 'due_before_given') return 'before_given'
  return signal
}

function sumsOf(counted: readonly Counted[]): Sums {
  const boxes = counted.map(boxOf)
  const count = (box: keyof Sums) => boxes.filter((each) => each === box).length
  return {
    tasks: counted.length,
    red: count('red'),
    yellow: count('yellow'),
    due_soon: count('due_soon'),
    green: count('green'),
    grey: count('grey'),
    before_given: count('before_given'),
    complete: count('complete'),
    complete_late: counted.filter(({ isComplete, isLate }) => isComplete && isLate).length,
    percent: mean(counted.map(({ percent }) => percent)),
  }
}

/** What a plan shows of its tasks. */
export function planSums(planId: string, tasks: readonly TaskRow[]): PlanSums {
  return {
    planId,
    ...sumsOf(tasks),
    awaiting_review: tasks.filter(({ isAwaiting }) => isAwaiting).length,
    leads_done: tasks.filter(({ openResponsible }) => openResponsible > 0).length,
  }
}

/** “A unit's own figures count every task on which it is lead or responsible, by its own assignment.” */
export function unitSums(assignments: readonly AssignmentRow[]): UnitSums[] {
  const judged = assignments.filter(({ role }) => role !== 'supporting')
  return [...groupsOf(judged, ({ unitId }) => unitId)].map(([unitId, own]) => ({ unitId, ...sumsOf(own) }))
}
