import type { SubmissionId } from '@/domain/ids'
import type { QueueFilter, QueuePage } from '@/domain/review/queue'

/** Cache keys of the lead office's review. */
export const reviewKeys = {
  all: ['review'] as const,
  queues: () => [...reviewKeys.all, 'queue'] as const,
  queue: (page: QueuePage) => [...reviewKeys.queues(), page] as const,
  around: (submissionId: SubmissionId, filter: QueueFilter) =>
    [...reviewKeys.queues(), 'around', submissionId, filter] as const,
  plans: () => [...reviewKeys.all, 'plans'] as const,
  subject: (submissionId: SubmissionId) => [...reviewKeys.all, 'subject', submissionId] as const,
}
