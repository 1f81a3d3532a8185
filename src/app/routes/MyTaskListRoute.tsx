import { UnfinishedPage } from '../UnfinishedPage'

/** What my unit owes. */
export function Component() {
  return <UnfinishedPage title="我的任务" />
}
