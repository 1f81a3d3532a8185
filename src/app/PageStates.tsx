import { Skeleton } from 'antd'
import { RouteError } from './RouteError'
import { SignedOutFrame } from './SignedOutFrame'
import { ErrorMessage } from '@/ui/ErrorMessage'
import { Link } from 'react-router'
import { paths } from './paths'

/** The first moments of a page, in the shape of a heading and a sheet. */
export function FirstSkeleton() {
  return (
    <div style={{ maxWidth: 1360, margin: '0 auto', padding: 24 }} aria-busy="true">
      <Skeleton active title={{ width: 240 }} paragraph={{ rows: 8 }} />
    </div>
  )
}

/** A failure before the shell could be shown. */
export function RootError() {
  return (
    <SignedOutFrame>
      <RouteError />
    </SignedOutFrame>
  )
}

/** An address that is no page. */
export function NotFoundPage() {
  return (
    <ErrorMessage
      kind="notice"
      title="没有这个页面"
      message="请检查地址是否完整，或从首页重新进入。"
      actions={<Link to={paths.home.to()}>回到首页</Link>}
    />
  )
}
