import type { AssignmentId, MilestoneId, ObligationId, PlanId, TaskId, UnitId } from '../ids'
import type { LocalDate } from '../local-date/local-date'
import type { PlanState } from '../plans/plan-state-vocabulary'
import type { AssignmentRole } from '../responsibility/assignment-role-vocabulary'
import type { SignalReason } from '../signal/signal-reason-vocabulary'
import type { SignalState } from '../signal/signal-vocabulary'
import type { DueDates } from './due-dates'
import type { ReportState } from './report-state-vocabulary'

/** What a unit owes on one milestone of a task, as it stood on a day; every judgement in it was made by the database. */
export interface Obligation extends DueDates, SignalState {
  readonly id: ObligationId
  readonly assignmentId: AssignmentId
  readonly milestoneId: MilestoneId
  readonly taskId: TaskId
  readonly planId: PlanId
  readonly planTitle: string
  readonly planState: PlanState
  /** Since when its plan stands still; null while it stands. */
  readonly closedOn: LocalDate | null
  /** The ordinal as written; null when the document gives none. */
  readonly number: string | null
  readonly title: string
  /** Its task goes on without an end and names no date: it is due at the plan's end. */
  readonly isOngoing: boolean
  readonly unitId: UnitId
  readonly unitName: string
  readonly role: AssignmentRole
  readonly isAccountable: boolean
  /** What the milestone asks for; '' when the task's own words say it all. */
  readonly requirement: string
  /** Null where nothing applies. */
  readonly percent: number | null
  /** What it will be once what waits is approved; null when nothing waits. */
  readonly waitingPercent: number | null
  readonly scheduledPercent: number
  readonly isNotApplicable: boolean
  /** Nothing is to be done on it any more: complete, 无此事项, not tracked, or asked for on a milestone that is closed. */
  readonly isClosed: boolean
  readonly completedOn: LocalDate | null
  readonly awaitingSince: LocalDate | null
  /** The last day to hand in again what was in time and came back after its due day. */
  readonly mendUntil: LocalDate | null
  /** The day of the last report; null when nothing was ever reported. */
  readonly factOn: LocalDate | null
  /** All reasons of its signal, the one that decides first. */
  readonly reasons: readonly SignalReason[]
  /** The open working copy of the reader's own unit; null when there is none, or it is another unit's business. */
  readonly reportState: ReportState | null
  readonly returnReason: string | null
}
