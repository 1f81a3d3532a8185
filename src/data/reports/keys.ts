/** Cache keys of working copies and of what was handed in. */
export const reportKeys = {
  all: ['reports'] as const,
  workingCopies: () => [...reportKeys.all, 'working-copy'] as const,
  workingCopy: (assignmentId: string, milestoneId: string) =>
    [...reportKeys.workingCopies(), assignmentId, milestoneId] as const,
  histories: () => [...reportKeys.all, 'history'] as const,
  history: (assignmentId: string, milestoneId: string, count: number) =>
    [...reportKeys.histories(), assignmentId, milestoneId, count] as const,
}
