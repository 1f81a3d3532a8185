import type { LocalDate } from '../local-date/local-date'
import type { PlanState } from '../plans/plan-state-vocabulary'
import type { AssignmentRole } from '../responsibility/assignment-role-vocabulary'
import type { SignalReason } from '../signal/signal-reason-vocabulary'
import type { Signal } from '../signal/signal-vocabulary'
import type { DueDates } from './due-dates'
import type { ReportState } from './report-state-vocabulary'

/** Names one obligation; no other id can be given in its place. */
export type ObligationId = string & { readonly __brand: 'ObligationId' }

function isObligationId(value: string): value is ObligationId {
  return value !== ''
}

/** An id from an answer or an address as that of an obligation; whether there is one, the database says. */
export function parseObligationId(value: string): ObligationId {
  if (!isObligationId(value)) throw new RangeError('an obligation has an id')
  return value
}

/** What a unit owes on one milestone of a task, as it stood on a day; every judgement in it was made by the database. */
export interface Obligation extends DueDates {
  readonly id: ObligationId
  readonly assignmentId: string
  readonly milestoneId: string
  readonly taskId: string
  readonly planId: string
  readonly planTitle: string
  readonly planState: PlanState
  /** The ordinal as written; null when the document gives none. */
  readonly number: string | null
  readonly title: string
  /** Its task goes on without an end and names no date: it is due at the plan's end. */
  readonly isOngoing: boolean
  readonly unitId: string
  readonly unitName: string
  readonly role: AssignmentRole
  readonly isAccountable: boolean
  /** What the milestone asks for; '' when the task's own words say it all. */
  readonly requirement: string
  readonly startOn: LocalDate
  readonly percent: number
  readonly scheduledPercent: number
  readonly isComplete: boolean
  readonly isLate: boolean
  readonly isNotApplicable: boolean
  readonly completedOn: LocalDate | null
  readonly awaitingSince: LocalDate | null
  readonly factOn: LocalDate | null
  readonly signal: Signal
  readonly reasons: readonly SignalReason[]
  /** The open working copy of the reader's own unit; null when there is none, or it is another unit's business. */
  readonly reportState: ReportState | null
  readonly returnReason: string | null
}
