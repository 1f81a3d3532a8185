import { paths } from '@/domain/addresses/paths'
import { ErrorMessage } from '@/ui/ErrorMessage'
import { Link } from 'react-router'

/** An address that is no page. */
export function NotFoundPage() {
  return (
    <ErrorMessage
      isPage
      kind="notice"
      title="没有这个页面"
      message="请检查地址是否完整，或从首页重新进入。"
      actions={<Link to={paths.home.to()}>回到首页</Link>}
    />
  )
}
