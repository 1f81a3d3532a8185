import type { AssignmentId, ObligationId, TaskId } from '@/domain/ids'
import type { LocalDate } from '@/domain/local-date/local-date'

/** Cache keys of what units owe; `asOf` null is today. */
export const obligationKeys = {
  all: ['obligations'] as const,
  mine: (isAll: boolean) => [...obligationKeys.all, 'mine', { isAll }] as const,
  ofTask: (taskId: TaskId, asOf: LocalDate | null) => [...obligationKeys.all, 'of-task', taskId, asOf] as const,
  ofAssignment: (taskId: TaskId, assignmentId: AssignmentId) =>
    [...obligationKeys.all, 'of-assignment', taskId, assignmentId] as const,
  one: (id: ObligationId, asOf: LocalDate | null) => [...obligationKeys.all, 'one', id, asOf] as const,
  task: (id: ObligationId) => [...obligationKeys.all, 'task', id] as const,
  reopenings: (id: ObligationId) => [...obligationKeys.all, 'reopenings', id] as const,
}
