import { UnfinishedPage } from '../UnfinishedPage'

/** One plan with its sections and tasks. */
export function Component() {
  return <UnfinishedPage title="计划" />
}
