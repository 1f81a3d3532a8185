import type { LocalDate } from '@/domain/local-date/local-date'
import { ageInWords } from '@/domain/local-date/local-date-words'
import { useToday } from '../use-today'

/** How old the fact is that something rests on: 43 天未更新. */
export function AgeText({ updatedOn }: { readonly updatedOn: LocalDate | null }) {
  const today = useToday()
  const words = ageInWords(updatedOn, today)
  return updatedOn === null ? (
    <span className="nowrap">{words}</span>
  ) : (
    <time className="nowrap" dateTime={updatedOn} title={updatedOn}>
      {words}
    </time>
  )
}
