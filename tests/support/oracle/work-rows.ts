import type { Moment } from './facts'
import { groupsOf } from './groups'
import { decidedBy, deciding, hasStarted, isClosed } from './deciding'
import type { TaskLife } from './lives'
import { progressOf, waitingProgressOf } from './progress'
import { pending } from './reports'
import type { AssignmentRow, ObligationRow, TaskRow } from './rows'

const byMilestone = (rows: readonly ObligationRow[]) => [...groupsOf(rows, ({ milestoneId }) => milestoneId).values()]

/** “A milestone is complete when every accountable assignment is complete”; what is 无此事项 throughout is not completed. */
function isComplete(rows: readonly ObligationRow[]): boolean {
  return byMilestone(rows).every(isClosed) && rows.some((row) => row.isComplete)
}

/**
 * A task by its accountable obligations: “a task follows its leads, else its responsible units”. It awaits review when
 * anything of it stands before the reviewer, whoever handed it in and whether or not the unit still has the task.
 */
export function taskRow(task: TaskLife, rows: readonly ObligationRow[], { by }: Moment): TaskRow {
  const accountable = rows.filter(({ isAccountable }) => isAccountable)
  const decides = deciding(accountable)
  const decided =
    decides === undefined
      ? ({ signal: 'grey', reason: 'unassigned', dueOn: null, factOn: null, silentSince: null } as const)
      : decidedBy(decides)
  return {
    taskId: task.id,
    planId: task.planId,
    percent: progressOf(accountable, ({ percent }) => percent),
    waitingPercent: waitingProgressOf(accountable),
    isComplete: isComplete(accountable),
    isLate: accountable.some(({ isLate }) => isLate),
    isAwaiting: task.obligations.some((obligation) => pending(obligation, by) !== undefined),
    ...leftBesideLeads(rows, accountable),
    ...decided,
  }
}

/** “A task whose leads are done while responsible units are not says so, and the dashboard counts them.” */
function leftBesideLeads(rows: readonly ObligationRow[], accountable: readonly ObligationRow[]) {
  const started = byMilestone(accountable).filter(hasStarted)
  const areLeadsDone = started.length > 0 && started.every(isClosed)
  const left = rows.filter((row) => row.role === 'responsible' && !row.isAccountable && row.hasStarted && !row.isClosed)
  const count = (owed: readonly ObligationRow[]) => new Set(owed.map(({ assignmentId }) => assignmentId)).size
  return areLeadsDone
    ? { openResponsible: count(left), overdueResponsible: count(left.filter(({ signal }) => signal === 'red')) }
    : { openResponsible: 0, overdueResponsible: 0 }
}

/** Each unit's share of a task, by its own obligations alone. */
export function assignmentRows(rows: readonly ObligationRow[]): AssignmentRow[] {
  return [...groupsOf(rows, ({ assignmentId }) => assignmentId)].flatMap(([assignmentId, own]) => {
    const [first, decides] = [own[0], deciding(own)]
    if (first === undefined || decides === undefined) return []
    return {
      assignmentId,
      taskId: first.taskId,
      unitId: first.unitId,
      role: first.role,
      percent: progressOf(own, ({ percent }) => percent),
      isComplete: isComplete(own),
      isLate: own.some(({ isLate }) => isLate),
      ...decidedBy(decides),
    }
  })
}
