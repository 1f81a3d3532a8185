import type { LocalDate } from '@/domain/local-date/local-date'
import { dueBesideSignal, dueInWords, isPastDue } from '@/domain/local-date/local-date-words'
import { milestoneDueInWords } from '@/domain/reporting/due-dates'
import { signalReasonVocabulary, type SignalReason } from '@/domain/signal/signal-reason-vocabulary'
import { ONGOING } from '@/domain/tasks/ongoing'
import { DateText } from '../DateText'
import { useToday } from '../use-today'
import styles from './DueText.module.css'

/** A due date, and how its clock stands, as the database says it. */
export interface DueState {
  readonly dueOn: LocalDate
  /** The date of the milestone; it is said beside the other where one unit has its own. */
  readonly milestoneDueOn?: LocalDate
  /** Why the lamp shows what it shows: that alone says whether days are counted. Without it only the date is told. */
  readonly reason?: SignalReason
  /** The last day to hand in again what came back. */
  readonly mendUntil?: LocalDate | null
  /** Since when the plan stands still: no day is counted after it. */
  readonly closedOn?: LocalDate | null
}

interface DueTextProps {
  readonly state: DueState
  /** The task goes on until its due date, which is the plan's end. */
  readonly isOngoing?: boolean
  /** A signal in the same row says 逾期 already. */
  readonly isBesideSignal?: boolean
}

/** A due day as people act on it, with the date beside it: 还有 5 天 2021-09-30. */
export function DueText({ state, isOngoing = false, isBesideSignal = false }: DueTextProps) {
  const { dueOn, milestoneDueOn = dueOn, reason, mendUntil = null, closedOn = null } = state
  const inWords = isBesideSignal ? dueBesideSignal : dueInWords
  const today = useToday()
  const clock = reason === undefined ? 'still' : signalReasonVocabulary.of(reason).clock
  const day = closedOn ?? today
  // A date that has passed without being called late is only told.
  const isCounted = clock === 'late' || (clock === 'running' && !isPastDue(dueOn, day))
  const besides = [
    mendUntil === null ? null : `须在 ${mendUntil} 前改好重报`,
    milestoneDueInWords({ dueOn, milestoneDueOn }),
    isOngoing ? ONGOING : null,
  ].filter((words) => words !== null)
  if (!isCounted && besides.length === 0) return <DateText date={dueOn} />
  return (
    <span className={styles.pair}>
      {isCounted ? <span className={clock === 'late' ? styles.late : undefined}>{inWords(dueOn, day)}</span> : null}
      <span className={isCounted ? 'faint' : undefined}>
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
