import { UnfinishedPage } from '../UnfinishedPage'

/** 首次设置 */
export function Component() {
  return <UnfinishedPage title="首次设置" />
}
