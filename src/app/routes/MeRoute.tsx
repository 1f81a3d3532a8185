import { UnfinishedPage } from '../UnfinishedPage'

/** 我的账号 */
export function Component() {
  return <UnfinishedPage title="我的账号" />
}
