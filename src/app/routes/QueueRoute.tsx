import { FirstSteps } from '@/features/first-steps/FirstSteps'
import { QueuePage } from '@/features/review/QueuePage'

/** The lead office's review queue. */
export function Component() {
  return <QueuePage firstSteps={<FirstSteps />} />
}
