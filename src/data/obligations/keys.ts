/** Cache keys of what a unit owes. */
export const obligationKeys = {
  all: ['obligations'] as const,
  mine: (isAll: boolean) => [...obligationKeys.all, 'mine', { isAll }] as const,
  ofAssignment: (assignmentId: string) => [...obligationKeys.all, 'assignment', assignmentId] as const,
  assignedTask: (assignmentId: string) => [...obligationKeys.all, 'task', assignmentId] as const,
  reopenings: (assignmentId: string, milestoneId: string) =>
    [...obligationKeys.all, 'reopenings', assignmentId, milestoneId] as const,
}
