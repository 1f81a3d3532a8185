import type { LocalDate } from '@/domain/local-date/local-date'
import { dueBesideSignal, dueInWords, isPastDue } from '@/domain/local-date/local-date-words'
import { milestoneDueInWords } from '@/domain/reporting/due-dates'
import { ONGOING } from '@/domain/tasks/ongoing'
import { DateText } from '../DateText'
import { useToday } from '../use-today'
import styles from './DueText.module.css'

interface DueTextProps {
  readonly dueOn: LocalDate
  /** The date of the milestone; it is said beside the other where one unit has its own. */
  readonly milestoneDueOn?: LocalDate
  /** Once done nothing is counted down; only the date stays. */
  readonly isComplete?: boolean
  /** The task goes on until its due date, which is the plan's end. */
  readonly isOngoing?: boolean
  /** A signal in the same row says 逾期 already. */
  readonly isBesideSignal?: boolean
}

/** A due day as people act on it, with the date beside it: 还有 5 天 2021-09-30. */
export function DueText({
  dueOn,
  milestoneDueOn = dueOn,
  isComplete = false,
  isOngoing = false,
  isBesideSignal = false,
}: DueTextProps) {
  const inWords = isBesideSignal ? dueBesideSignal : dueInWords
  const today = useToday()
  const besides = [milestoneDueInWords({ dueOn, milestoneDueOn }), isOngoing ? ONGOING : null].filter(
    (words) => words !== null,
  )
  if (isComplete && besides.length === 0) return <DateText date={dueOn} />
  return (
    <span className={styles.pair}>
      {isComplete ? null : (
        <span className={isPastDue(dueOn, today) ? styles.late : undefined}>{inWords(dueOn, today)}</span>
      )}
      <span className={isComplete ? undefined : 'faint'}>
        <DateText date={dueOn} />
      </span>
      {besides.map((words) => (
        <span key={words} className="faint">
          {words}
        </span>
      ))}
    </span>
  )
}
