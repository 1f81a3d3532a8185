import { percentInWords, progressInWords, shownPercent, waitingPart, type Progress } from '@/domain/reporting/percent'
import styles from './PercentBar.module.css'

interface PercentBarProps {
  /** How far it is, 0 to 100 or null where nothing applies; what waits is a lighter part, the schedule a tick. */
  readonly progress: Progress
  /** What the bar measures, for those who cannot see it. */
  readonly label?: string
}

/** Progress from zero to a hundred, with the figure beside the bar and the schedule as a tick. */
export function PercentBar({ progress, label = '进度' }: PercentBarProps) {
  const { percent, waitingPercent = null, scheduledPercent = null } = progress
  const words = progressInWords(progress)
  if (percent === null && waitingPercent === null) return <span title={`${label} 不适用`}>{words}</span>
  const value = shownPercent(percent ?? 0)
  const waiting = waitingPart({ percent, waitingPercent })
  return (
    <span className={styles.row} title={`${label} ${words}`}>
      <span
        className={styles.track}
        role="meter"
        aria-label={label}
        aria-valuenow={value}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuetext={`${label} ${words}`}
      >
        <span className={styles.fill} style={{ width: `${value}%` }} />
        {waiting === 0 ? null : <span className={styles.waiting} style={{ left: `${value}%`, width: `${waiting}%` }} />}
        {scheduledPercent === null ? null : (
          <span className={styles.tick} style={{ left: `${shownPercent(scheduledPercent)}%` }} />
        )}
      </span>
      <span className={styles.figure}>{percentInWords(percent)}</span>
    </span>
  )
}
