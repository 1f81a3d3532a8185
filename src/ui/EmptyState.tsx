import styles from './EmptyState.module.css'

interface EmptyStateProps {
  /** What is not there, as a sentence: 还没有计划. */
  readonly title: string
  /** What to do about it. */
  readonly hint?: string
  readonly action?: React.ReactNode
}

/**
 * Says in one line that there is nothing, and what to do next; never shown while waiting or after a failure. A sheet
 * that holds nothing else becomes that line.
 */
export function EmptyState({ title, hint, action }: EmptyStateProps) {
  return (
    <div className={styles.line} data-empty data-alone>
      <p className="soft">{title}</p>
      {hint === undefined ? null : <p className="faint">{hint}</p>}
      {action}
    </div>
  )
}
