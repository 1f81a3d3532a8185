import type { Day, Instant } from './days'

// What the tables say of plans, as flat as they say it. Everything the oracle judges follows from this alone.

export type Role = 'lead' | 'responsible' | 'supporting'
export type Cadence = 'monthly' | 'quarterly' | 'half_yearly' | 'yearly' | 'none'

export interface Plan {
  id: string
  startsOn: Day
  endsOn: Day
  warningDays: number
  behindPoints: number
  cadence: Cadence
  graceDays: number
  issuedAt: Instant
  closedAt: Instant | null
}

export interface Task {
  id: string
  planId: string
  withdrawnAt: Instant | null
}

export interface Milestone {
  id: string
  taskId: string
}

/** When a milestone is due and what it weighs; of one obligation where it names one. */
export interface DueTerm {
  id: number
  milestoneId: string
  obligationId: string | null
  dueOn: Day
  weight: number | null
  knownFrom: Instant
}

export interface Assignment {
  id: string
  taskId: string
  unitId: string
}

export interface AssignmentTerm {
  id: number
  assignmentId: string
  role: Role
  isInForce: boolean
  knownFrom: Instant
}

export interface Obligation {
  id: string
  taskId: string
  assignmentId: string
  milestoneId: string
}

export interface Submission {
  id: string
  obligationId: string
  number: number
  kind: 'progress' | 'no_change' | 'not_applicable'
  percent: number
  submittedAt: Instant
  decision: 'approved' | 'returned' | null
  decidedAt: Instant | null
}

export interface Reopening {
  obligationId: string
  reopenedAt: Instant
}

/** What the office said of something that fell due before it was given. */
export interface Answer {
  id: string
  obligationId: string
  answer: 'done' | 'owed' | 'not_tracked'
  doneOn: Day | null
  answeredAt: Instant
}

export interface History {
  plans: readonly Plan[]
  tasks: readonly Task[]
  milestones: readonly Milestone[]
  dueTerms: readonly DueTerm[]
  assignments: readonly Assignment[]
  assignmentTerms: readonly AssignmentTerm[]
  obligations: readonly Obligation[]
  submissions: readonly Submission[]
  reopenings: readonly Reopening[]
  answers: readonly Answer[]
}
