import { UnfinishedPage } from '../UnfinishedPage'

/** One report under review. */
export function Component() {
  return <UnfinishedPage title="审核" />
}
