import type { WorkSubject } from '@/domain/moves/work-event'

/** Cache keys of what the reader may do; any write to the work makes all of it old. */
export const actionKeys = {
  all: ['actions'] as const,
  of: (subject: WorkSubject, id: string) => [...actionKeys.all, subject, id] as const,
}
