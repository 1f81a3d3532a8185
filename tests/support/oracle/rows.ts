import type { Day } from './days'
import type { Role } from './history'

// What is judged, in the words of the database (snake_case there, camelCase here).

export type Signal = 'grey' | 'green' | 'yellow' | 'red'

export type Reason =
  | 'unassigned'
  | 'not_started'
  | 'not_applicable'
  | 'not_tracked'
  | 'due_before_given'
  | 'closed_with_milestone'
  | 'completed'
  | 'completed_late'
  | 'awaiting_review'
  | 'awaiting_review_late'
  | 'overdue'
  | 'returned'
  | 'report_missing'
  | 'behind_schedule'
  | 'due_soon'
  | 'support_awaited'
  | 'on_track'

export interface Verdict {
  signal: Signal
  /** The first decides. */
  reasons: readonly Reason[]
}

/** What a unit owes on one milestone, at the end of a day. */
export interface ObligationRow extends Verdict {
  obligationId: string
  taskId: string
  assignmentId: string
  milestoneId: string
  unitId: string
  role: Role
  isAccountable: boolean
  weight: number
  startOn: Day
  dueOn: Day
  milestoneDueOn: Day
  percent: number | null
  waitingPercent: number | null
  scheduledPercent: number
  isComplete: boolean
  isLate: boolean
  isNotApplicable: boolean
  isClosed: boolean
  hasStarted: boolean
  completedOn: Day | null
  awaitingSince: Day | null
  isReturned: boolean
  mendUntil: Day | null
  factOn: Day | null
}

/** What one obligation decides for its task or assignment. */
export interface Decided {
  signal: Signal
  reason: Reason
  dueOn: Day | null
  factOn: Day | null
  silentSince: Day | null
}

export interface AssignmentRow extends Decided {
  assignmentId: string
  taskId: string
  unitId: string
  role: Role
  percent: number | null
  isComplete: boolean
  isLate: boolean
}

export interface TaskRow extends Decided {
  taskId: string
  planId: string
  percent: number | null
  waitingPercent: number | null
  isComplete: boolean
  isLate: boolean
  isAwaiting: boolean
  openResponsible: number
  overdueResponsible: number
}

/** How many stand in each signal: “units and plans show how many tasks stand in each signal, never one lamp for all”. */
export interface Sums {
  tasks: number
  red: number
  yellow: number
  due_soon: number
  green: number
  grey: number
  before_given: number
  complete: number
  complete_late: number
  percent: number | null
}

export interface PlanSums extends Sums {
  planId: string
  awaiting_review: number
  leads_done: number
}

export interface UnitSums extends Sums {
  unitId: string
}
