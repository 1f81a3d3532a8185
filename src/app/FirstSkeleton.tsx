import { Skeleton } from '@/ui/Skeleton'
import styles from './FirstSkeleton.module.css'

/** The first moments of a page, in the shape of a heading and a sheet. */
export function FirstSkeleton() {
  return (
    <div className={styles.page}>
      <Skeleton hasTitle rows={8} />
    </div>
  )
}
