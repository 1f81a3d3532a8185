import { UnfinishedPage } from '../UnfinishedPage'

/** One task: source, units, milestones, reports, history. */
export function Component() {
  return <UnfinishedPage title="任务" />
}
