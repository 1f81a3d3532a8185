import { UnfinishedPage } from '../UnfinishedPage'

/** All units. */
export function Component() {
  return <UnfinishedPage title="单位" />
}
