import styles from './Skeleton.module.css'

interface SkeletonProps {
  readonly rows?: number
  readonly hasTitle?: boolean
}

/** Grey lines in the place of text that is on its way. */
export function Skeleton({ rows = 6, hasTitle = false }: SkeletonProps) {
  return (
    <div className={styles.lines} aria-busy="true">
      {hasTitle ? <div className={styles.title} /> : null}
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={styles.line} />
      ))}
    </div>
  )
}
