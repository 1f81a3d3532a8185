import { UnfinishedPage } from '../UnfinishedPage'

/** 接受邀请 */
export function Component() {
  return <UnfinishedPage title="接受邀请" />
}
