import styles from './ProgressBar.module.css'

interface ProgressBarProps {
  /** Of 100. */
  readonly percent: number
  /** What is on its way. */
  readonly label: string
}

/** How far something has come that will be over soon. */
export function ProgressBar({ percent, label }: ProgressBarProps) {
  return <progress className={styles.bar} max={100} value={percent} aria-label={label} />
}
