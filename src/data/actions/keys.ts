import type { SubjectIds, WorkSubject } from '@/domain/moves/work-event'

/** Cache keys of what the reader may do; any write to the work makes all of it old. */
export const actionKeys = {
  all: ['actions'] as const,
  of: (subject: WorkSubject, id: SubjectIds[WorkSubject]) => [...actionKeys.all, subject, id] as const,
}
