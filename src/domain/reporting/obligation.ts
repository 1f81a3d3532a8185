import type { LocalDate } from '../local-date/local-date'
import type { PlanState } from '../plans/plan-state-vocabulary'
import type { AssignmentRole } from '../responsibility/assignment-role-vocabulary'
import type { SignalReason } from '../signal/signal-reason-vocabulary'
import type { Signal } from '../signal/signal-vocabulary'
import type { ReportState } from './report-state-vocabulary'

/** What a unit owes on one milestone of a task; every judgement in it was made by the database. */
export interface Obligation {
  readonly assignmentId: string
  readonly milestoneId: string
  readonly taskId: string
  readonly planId: string
  readonly planTitle: string
  readonly planState: PlanState
  /** The ordinal as written; null when the document gives none. */
  readonly number: string | null
  readonly title: string
  readonly role: AssignmentRole
  readonly isAccountable: boolean
  /** What the milestone asks for; '' when the task's own words say it all. */
  readonly requirement: string
  readonly startOn: LocalDate
  readonly dueOn: LocalDate
  readonly percent: number
  readonly scheduledPercent: number
  readonly isComplete: boolean
  readonly isLate: boolean
  readonly isNotApplicable: boolean
  readonly awaitingSince: LocalDate | null
  readonly factOn: LocalDate | null
  readonly signal: Signal
  readonly reasons: readonly SignalReason[]
  /** The unit's open working copy; null when there is none. */
  readonly reportState: ReportState | null
  readonly returnReason: string | null
}

/** Tells the obligations of a unit apart. */
export function obligationKey(obligation: Pick<Obligation, 'assignmentId' | 'milestoneId'>): string {
  return `${obligation.assignmentId}:${obligation.milestoneId}`
}
