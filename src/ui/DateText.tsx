import { localDateOf, type LocalDate } from '@/domain/local-date/local-date'
import { dateInProse, dateTimeInTable, dayInWords } from '@/domain/local-date/local-date-words'
import { useToday } from './use-today'

/** A day: 2021-06-30 in tables, 2021年6月30日 in prose. */
export function DateText({ date, form = 'table' }: { readonly date: LocalDate; readonly form?: 'table' | 'prose' }) {
  return (
    <time dateTime={date} className="nowrap">
      {form === 'prose' ? dateInProse(date) : date}
    </time>
  )
}

/** When something happened: 3 天前, with the full time on hover; `form` `full` writes it out. */
export function MomentText({ at, form = 'relative' }: { readonly at: string; readonly form?: 'relative' | 'full' }) {
  const today = useToday()
  const instant = new Date(at)
  const full = dateTimeInTable(instant)
  return (
    <time dateTime={at} title={full} className="nowrap">
      {form === 'full' ? full : dayInWords(localDateOf(instant), today)}
    </time>
  )
}
