import type { LocalDate } from '@/domain/local-date/local-date'
import { ageInWords } from '@/domain/local-date/local-date-words'
import { useToday } from '../use-today'

interface AgeTextProps {
  /** The day of the last report; null when nothing was ever reported. */
  readonly updatedOn: LocalDate | null
  /** Since when the plan stands still: nothing grows older after it. */
  readonly closedOn?: LocalDate | null
}

/** How old the fact is that something rests on: 43 天未更新. */
export function AgeText({ updatedOn, closedOn = null }: AgeTextProps) {
  const today = useToday()
  const words = ageInWords(updatedOn, closedOn ?? today)
  return updatedOn === null ? (
    <span className="nowrap">{words}</span>
  ) : (
    <time className="nowrap" dateTime={updatedOn} title={updatedOn}>
      {words}
    </time>
  )
}
