import styles from './FilterBar.module.css'

interface FilterBarProps {
  /** What is narrowed: 筛选任务. */
  readonly label: string
  /** Inside a flush sheet, above its table; else it lies on the desk. */
  readonly isInSheet?: boolean
  readonly children: React.ReactNode
}

/** What a list can be narrowed by, in one line; the words go first and have a line of their own on a phone. */
export function FilterBar({ label, isInSheet = false, children }: FilterBarProps) {
  return (
    <div
      role="search"
      aria-label={label}
      className={isInSheet ? `${styles.bar} ${styles.inSheet}` : styles.bar}
      data-print="hide"
    >
      {children}
    </div>
  )
}
