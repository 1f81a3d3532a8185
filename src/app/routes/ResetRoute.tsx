import { UnfinishedPage } from '../UnfinishedPage'

/** 重设密码 */
export function Component() {
  return <UnfinishedPage title="重设密码" />
}
