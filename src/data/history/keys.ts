import type { TaskId } from '@/domain/ids'

/** Cache keys of the audit trail. */
export const historyKeys = {
  all: ['history'] as const,
  task: (taskId: TaskId) => [...historyKeys.all, 'task', taskId] as const,
}
