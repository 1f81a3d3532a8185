import { UnfinishedPage } from '../UnfinishedPage'

/** One unit and what it owes. */
export function Component() {
  return <UnfinishedPage title="单位" />
}
