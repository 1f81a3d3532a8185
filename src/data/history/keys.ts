import type { TaskId } from '@/domain/ids'
import type { LocalDate } from '@/domain/local-date/local-date'

/** Cache keys of the audit trail; `asOf` null is today. */
export const historyKeys = {
  all: ['history'] as const,
  task: (taskId: TaskId, asOf: LocalDate | null) => [...historyKeys.all, 'task', taskId, asOf] as const,
}
