import { QueuePage } from '@/features/review/QueuePage'

/** The lead office's review queue. */
export function Component() {
  return <QueuePage />
}
