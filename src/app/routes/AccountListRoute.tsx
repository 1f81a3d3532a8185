import { UnfinishedPage } from '../UnfinishedPage'

/** 账号 */
export function Component() {
  return <UnfinishedPage title="账号" />
}
