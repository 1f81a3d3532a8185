/** The lead office's review queue. */
export { QueuePage as Component } from '@/features/review/QueuePage'
