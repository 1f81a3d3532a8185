import type { SourceDocumentId, TaskId } from '@/domain/ids'
import type { LocalDate } from '@/domain/local-date/local-date'
import type { TaskFilter, TaskPageRequest } from '@/domain/tasks/task'

/** Cache keys of tasks; `asOf` null is today. */
export const taskKeys = {
  all: ['tasks'] as const,
  list: (request: TaskPageRequest) => [...taskKeys.all, 'list', request] as const,
  overdue: (filter: TaskFilter) => [...taskKeys.all, 'overdue', filter] as const,
  stale: (filter: TaskFilter) => [...taskKeys.all, 'stale', filter] as const,
  search: (words: string) => [...taskKeys.all, 'search', words] as const,
  detail: (taskId: TaskId) => [...taskKeys.all, 'detail', taskId] as const,
  state: (taskId: TaskId, asOf: LocalDate | null) => [...taskKeys.all, 'state', taskId, asOf] as const,
  submissions: (taskId: TaskId, asOf: LocalDate | null) => [...taskKeys.all, 'submissions', taskId, asOf] as const,
  /** Documents never change, so they stand apart from what is read again after a write. */
  sourceTexts: () => ['source-text'] as const,
  sourceText: (documentId: SourceDocumentId) => [...taskKeys.sourceTexts(), documentId] as const,
}
