import { UnfinishedPage } from '../UnfinishedPage'

/** A draft plan beside its source. */
export function Component() {
  return <UnfinishedPage title="核对计划" />
}
