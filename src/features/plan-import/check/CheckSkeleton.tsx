import { Skeleton } from '@/ui/Skeleton'
import styles from './CheckDesk.module.css'

/** The check screen's shape while it is read. */
export function CheckSkeleton() {
  return (
    <div>
      <Skeleton hasTitle rows={1} />
      <div className={styles.panes}>
        <Skeleton rows={14} />
        <Skeleton rows={14} />
      </div>
    </div>
  )
}
