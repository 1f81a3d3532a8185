import type { TaskId } from '@/domain/ids'

/** Cache keys of what is past when a task is given. */
export const earlierDueKeys = {
  all: ['earlier-dues'] as const,
  ofTask: (taskId: TaskId) => [...earlierDueKeys.all, 'task', taskId] as const,
}
