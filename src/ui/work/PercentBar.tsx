import styles from './PercentBar.module.css'

interface PercentBarProps {
  /** 0 to 100. */
  readonly percent: number
  /** Where the schedule says the work should be; a tick on the bar. */
  readonly scheduledPercent?: number
  /** What the bar measures, for those who cannot see it. */
  readonly label?: string
}

/** Progress from zero to a hundred, with the figure beside the bar and the schedule as a tick. */
export function PercentBar({ percent, scheduledPercent, label = '进度' }: PercentBarProps) {
  const value = Math.round(Math.min(100, Math.max(0, percent)))
  const scheduled = scheduledPercent === undefined ? undefined : Math.round(scheduledPercent)
  const hint = scheduled === undefined ? `${label} ${value}%` : `${label} ${value}%，序时进度 ${scheduled}%`
  return (
    <span className={styles.row} title={hint}>
      <span
        className={styles.track}
        role="meter"
        aria-label={label}
        aria-valuenow={value}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuetext={hint}
      >
        <span className={styles.fill} style={{ width: `${value}%` }} />
        {scheduled === undefined ? null : <span className={styles.tick} style={{ left: `${scheduled}%` }} />}
      </span>
      <span className={styles.figure}>{value}%</span>
    </span>
  )
}
