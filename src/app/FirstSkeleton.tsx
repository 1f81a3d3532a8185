import { Skeleton } from 'antd'
import styles from './shell/Shell.module.css'

/** The first moments of a page, in the shape of a heading and a sheet. */
export function FirstSkeleton() {
  return (
    <div className={styles.page} aria-busy="true">
      <Skeleton active title={{ width: 240 }} paragraph={{ rows: 8 }} />
    </div>
  )
}
