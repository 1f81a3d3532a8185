import { UnfinishedPage } from '../UnfinishedPage'

/** Tasks behind any number, filtered by the address. */
export function Component() {
  return <UnfinishedPage title="任务" />
}
