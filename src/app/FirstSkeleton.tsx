import { Skeleton } from 'antd'

/** The first moments of a page, in the shape of a heading and a sheet. */
export function FirstSkeleton() {
  return (
    <div style={{ maxWidth: 1360, margin: '0 auto', padding: 24 }} aria-busy="true">
      <Skeleton active title={{ width: 240 }} paragraph={{ rows: 8 }} />
    </div>
  )
}
