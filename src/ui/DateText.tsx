import type { LocalDate } from '@/domain/local-date/local-date'
import { localDateOf } from '@/domain/local-date/local-date'
import {
  ageInWords,
  dateInProse,
  dateTimeInTable,
  dayInWords,
  dueInWords,
  isPastDue,
} from '@/domain/local-date/local-date-words'
import styles from './DateText.module.css'
import { useToday } from './use-today'

/** A day: 2021-06-30 in tables, 2021年6月30日 in prose. */
export function DateText({ date, form = 'table' }: { readonly date: LocalDate; readonly form?: 'table' | 'prose' }) {
  return (
    <time dateTime={date} className={styles.date}>
      {form === 'prose' ? dateInProse(date) : date}
    </time>
  )
}

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

/** How old the fact is that something rests on: 43 天未更新. */
export function AgeText({ updatedOn }: { readonly updatedOn: LocalDate | null }) {
  const today = useToday()
  const words = ageInWords(updatedOn, today)
  return updatedOn === null ? (
    <span>{words}</span>
  ) : (
    <time dateTime={updatedOn} title={updatedOn}>
      {words}
    </time>
  )
}

/** When something happened: 3 天前, with the full time on hover; `form` `full` writes it out. */
export function MomentText({ at, form = 'relative' }: { readonly at: string; readonly form?: 'relative' | 'full' }) {
  const today = useToday()
  const instant = new Date(at)
  const full = dateTimeInTable(instant)
  return (
    <time dateTime={at} title={full} className={styles.date}>
      {form === 'full' ? full : dayInWords(localDateOf(instant), today)}
    </time>
  )
}
