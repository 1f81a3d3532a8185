import type { TaskId } from '@/domain/ids'
import type { YearSpan } from '@/domain/lineage/lineage-candidate'

/** Cache keys of lineages. */
export const lineageKeys = {
  all: ['lineage'] as const,
  candidates: (span: YearSpan) => [...lineageKeys.all, 'candidates', span] as const,
  tasks: () => [...lineageKeys.all, 'task'] as const,
  task: (taskId: TaskId) => [...lineageKeys.tasks(), taskId] as const,
}
