import type { LocalDate } from '@/domain/local-date/local-date'
import { dueInWords, isPastDue } from '@/domain/local-date/local-date-words'
import { DateText } from '../DateText'
import { useToday } from '../use-today'
import styles from './DueText.module.css'

interface DueTextProps {
  readonly dueOn: LocalDate
  /** Once done nothing is counted down; only the date stays. */
  readonly isComplete?: boolean
}

/** A due day as people act on it, with the date beside it: 还有 5 天 2021-09-30. */
export function DueText({ dueOn, isComplete = false }: DueTextProps) {
  const today = useToday()
  if (isComplete) return <DateText date={dueOn} />
  return (
    <span className={styles.pair}>
      <span className={isPastDue(dueOn, today) ? styles.late : undefined}>{dueInWords(dueOn, today)}</span>
      <span className={styles.faint}>
        <DateText date={dueOn} />
      </span>
    </span>
  )
}
