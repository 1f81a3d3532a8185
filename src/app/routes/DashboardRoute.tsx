import { UnfinishedPage } from '../UnfinishedPage'

/** How the whole stands. */
export function Component() {
  return <UnfinishedPage title="总览" />
}
