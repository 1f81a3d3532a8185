import type { AssignmentId, MilestoneId, ObligationId, PlanId, ReportId, TaskId } from '../ids'

/** What can be moved, as `private.states` has it. */
export const workSubjects = ['plan', 'task', 'milestone', 'assignment', 'obligation', 'report'] as const

export type WorkSubject = (typeof workSubjects)[number]

/** What names one of each. */
export interface SubjectIds extends Readonly<Record<WorkSubject, string>> {
  readonly plan: PlanId
  readonly task: TaskId
  readonly milestone: MilestoneId
  readonly assignment: AssignmentId
  readonly obligation: ObligationId
  readonly report: ReportId
}

/** What can be done to them, as `private.transitions` has it; who may do it when, the database says each time. */
export const workEvents = [
  'plan_issued',
  'plan_closed',
  'task_reworded',
  'task_withdrawn',
  'unit_assigned',
  'unit_withdrawn',
  'milestone_amended',
  'report_begun',
  'completion_reopened',
  'earlier_due_answered',
  'report_handed_in',
  'report_approved',
  'report_returned',
] as const

export type WorkEvent = (typeof workEvents)[number]

const known: ReadonlySet<string> = new Set(workEvents)

/** Whether this build knows an event; one it does not know it cannot offer. */
export function isWorkEvent(name: string): name is WorkEvent {
  return known.has(name)
}
