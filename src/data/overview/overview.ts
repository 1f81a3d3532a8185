import type { MilestoneId, PlanId, SectionId, TaskId, UnitId } from '@/domain/ids'
import type { LocalDate } from '@/domain/local-date/local-date'
import type { PlanState } from '@/domain/plans/plan-state-vocabulary'
import type { DueDates } from '@/domain/reporting/due-dates'
import type { Progress } from '@/domain/reporting/percent'
import type { SignalCountKey, SignalState } from '@/domain/signal/signal-vocabulary'
import type { UnitKind } from '@/domain/units/unit-kind-vocabulary'

/** Which day and plan a sum is asked for; null is today, '' every plan. */
export interface OverviewScope {
  readonly asOf: LocalDate | null
  readonly planId: PlanId | ''
}

/** A day of one plan. */
export interface PlanScope extends OverviewScope {
  readonly planId: PlanId
}

/** How many tasks stand in each signal; a complete task stands under `complete` alone. */
export interface TaskCounts extends Readonly<Record<SignalCountKey, number>> {
  readonly tasks: number
  /** Those among `complete` that were late. */
  readonly completeLate: number
}

export interface PlanOverview {
  readonly planId: PlanId
  readonly title: string
  readonly state: PlanState
  readonly startsOn: LocalDate
  readonly endsOn: LocalDate
  readonly counts: TaskCounts
  /** Null where nothing applies. */
  readonly percent: number | null
  readonly scheduledPercent: number | null
  /** Tasks with a report that was handed in and not yet decided. */
  readonly awaitingReview: number
  /** Tasks whose leads are done while units responsible beside them are not. */
  readonly leadsDone: number
}

export interface SectionOverview {
  /** Null for tasks outside any chapter. */
  readonly sectionId: SectionId | null
  readonly number: string | null
  readonly title: string
  readonly counts: TaskCounts
  readonly percent: number | null
}

export interface UnitOverview {
  readonly unitId: UnitId
  readonly name: string
  readonly kind: UnitKind
  /** The tasks on which the unit is lead or responsible, each by its own assignment. */
  readonly counts: TaskCounts
  readonly percent: number | null
  /** Tasks in which it supports others; counted apart. */
  readonly supporting: number
  /** The day since which nothing was heard of its open work for longest. */
  readonly silentSince: LocalDate | null
}

/** How a plan stood on a day, as it was known then. */
export interface TrendPoint {
  readonly asOf: LocalDate
  readonly percent: number | null
  readonly scheduledPercent: number | null
  /** Tasks overdue on that day. */
  readonly red: number
  readonly complete: number
}

/** One milestone of a task in the matrix. */
export interface MatrixMilestone extends DueDates, SignalState, Progress {
  readonly milestoneId: MilestoneId
  /** The last date by which a unit owes it; `dueOn` is the first. */
  readonly lastDueOn: LocalDate
  readonly year: number
  readonly requirement: string
}

export interface MatrixTask {
  readonly taskId: TaskId
  readonly number: string | null
  readonly title: string
  readonly milestones: readonly MatrixMilestone[]
}

/** Task × year: the years in which anything is due, and the tasks in the order of the plan. */
export interface Matrix {
  readonly years: readonly number[]
  readonly tasks: readonly MatrixTask[]
}
