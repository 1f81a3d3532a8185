import { UnfinishedPage } from '../UnfinishedPage'

/** 登录 */
export function Component() {
  return <UnfinishedPage title="登录" />
}
