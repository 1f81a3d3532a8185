import type { LocalDate } from '@/domain/local-date/local-date'
import { silenceInWords } from '@/domain/local-date/local-date-words'
import { useToday } from '../use-today'

/** For how long nothing has been heard of open work, whether it was ever reported on or not: 43 天没有新反馈. */
export function SilenceText({ since }: { readonly since: LocalDate }) {
  const today = useToday()
  return (
    <time className="nowrap" dateTime={since} title={since}>
      {silenceInWords(since, today)}
    </time>
  )
}
