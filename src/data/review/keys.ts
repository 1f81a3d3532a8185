import type { QueueFilter, QueuePage } from './queue'

/** Cache keys of the lead office's review. */
export const reviewKeys = {
  all: ['review'] as const,
  queues: () => [...reviewKeys.all, 'queue'] as const,
  queue: (page: QueuePage) => [...reviewKeys.queues(), page] as const,
  around: (submissionId: string, filter: QueueFilter) =>
    [...reviewKeys.queues(), 'around', submissionId, filter] as const,
  plans: () => [...reviewKeys.all, 'plans'] as const,
  subject: (submissionId: string) => [...reviewKeys.all, 'subject', submissionId] as const,
}
