import { UnfinishedPage } from '../UnfinishedPage'

/** The lead office's review queue. */
export function Component() {
  return <UnfinishedPage title="待办" />
}
