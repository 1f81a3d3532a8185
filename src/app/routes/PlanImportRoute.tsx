import { UnfinishedPage } from '../UnfinishedPage'

/** Dropping in a plan document. */
export function Component() {
  return <UnfinishedPage title="导入计划" />
}
