import { Skeleton } from 'antd'
import styles from './CheckDesk.module.css'

/** The check screen's shape while it is read. */
export function CheckSkeleton() {
  return (
    <div>
      <Skeleton active title={{ width: 320 }} paragraph={{ rows: 1 }} />
      <div className={styles.panes}>
        <Skeleton active title={false} paragraph={{ rows: 14 }} />
        <Skeleton active title={false} paragraph={{ rows: 14 }} />
      </div>
    </div>
  )
}
