import { UnfinishedPage } from '../UnfinishedPage'

/** All plans. */
export function Component() {
  return <UnfinishedPage title="计划" />
}
