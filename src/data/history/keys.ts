/** Cache keys of the audit trail. */
export const historyKeys = {
  all: ['history'] as const,
  task: (taskId: string) => [...historyKeys.all, 'task', taskId] as const,
}
