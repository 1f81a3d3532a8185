import type { LocalDate } from '@/domain/local-date/local-date'
import { ageInWords, NEVER_REPORTED, runningInWords } from '@/domain/local-date/local-date-words'
import { signalReasonVocabulary, type SignalReason } from '@/domain/signal/signal-reason-vocabulary'
import { DateText } from '../DateText'
import { useToday } from '../use-today'

/** The last report that something rests on, as the database says it. */
export interface AgeState {
  /** The day of the last report; null when nothing was ever reported. */
  readonly factOn: LocalDate | null
  /** Why the lamp shows what it shows: what is over grows no older. */
  readonly reason: SignalReason
  /** Since when nothing has been heard of what is open: the last report, or the day on which it began. */
  readonly silentSince?: LocalDate | null
  /** Since when a report on it awaits review: the waiting is not the unit's. */
  readonly awaitingSince?: LocalDate | null
  /** Since when the plan stands still: nothing grows older after it. */
  readonly closedOn?: LocalDate | null
}

/** How old the fact is that something rests on: 43 天未更新, or 从未填报 with the days it could have been. */
export function AgeText({ state }: { readonly state: AgeState }) {
  const { factOn, reason, silentSince = null, awaitingSince = null, closedOn = null } = state
  const today = useToday()
  const day = closedOn ?? today
  if (awaitingSince !== null) {
    return (
      <span className="nowrap">
        <DateText date={awaitingSince} /> 报送，待审核
      </span>
    )
  }
  if (factOn === null) {
    return (
      <span>
        <span className="nowrap">{silentSince === null ? NEVER_REPORTED : `${NEVER_REPORTED}，`}</span>
        {silentSince === null ? null : <span className="nowrap">{runningInWords(silentSince, day)}</span>}
      </span>
    )
  }
  if (signalReasonVocabulary.of(reason).isOver) return <DateText date={factOn} />
  return (
    <time className="nowrap" dateTime={factOn} title={factOn}>
      {ageInWords(factOn, day)}
    </time>
  )
}
