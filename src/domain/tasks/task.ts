import type { AssignmentId, MilestoneId, PlanId, SectionId, SourceDocumentId, TaskId, UnitId } from '@/domain/ids'
import type { LocalDate } from '@/domain/local-date/local-date'
import type { PlanState } from '@/domain/plans/plan-state-vocabulary'
import type { DueDates } from '@/domain/reporting/due-dates'
import type { Submission } from '@/domain/reporting/submission'
import type { AssignmentRole } from '@/domain/responsibility/assignment-role-vocabulary'
import type { SignalState } from '@/domain/signal/signal-vocabulary'
import type { ResponsibleBeside } from '@/domain/signal/signal-words'
import type { TaskSignalFilter, TaskSort } from '@/domain/tasks/task-list-vocabulary'

/** Which tasks a list shows; '' and 0 filter nothing, `asOf` null is today. */
export interface TaskFilter {
  readonly asOf: LocalDate | null
  readonly planId: PlanId | ''
  /** A chapter, or `OUTSIDE_SECTIONS`. */
  readonly sectionId: SectionId | typeof OUTSIDE_SECTIONS | ''
  readonly unitId: UnitId | ''
  /** What the unit is to the task; only counts with a unit. */
  readonly role: '' | 'accountable' | 'supporting'
  readonly signal: '' | TaskSignalFilter
  /** Tasks with a milestone in this year. */
  readonly year: number
  /** Only tasks whose leads are done while units responsible beside them are not. */
  readonly isLeadsDone: boolean
  /** Only tasks with a report that awaits review. */
  readonly isAwaiting: boolean
  readonly words: string
}

/** In place of a chapter: the tasks outside any. */
export const OUTSIDE_SECTIONS = 'none'

/** A page of a list of tasks. */
export interface TaskPage {
  readonly tasks: readonly TaskListItem[]
  readonly total: number
  /** The page that is shown: the first one when the page asked for lies beyond the end. */
  readonly page: number
}

export interface TaskPageRequest {
  readonly filter: TaskFilter
  readonly sort: TaskSort
  readonly page: number
  readonly pageSize: number
}

/** What the database says about a task on a day; reason, due day and age are those of the obligation that decides. */
export interface TaskState extends SignalState, ResponsibleBeside {
  /** Null where nothing applies. */
  readonly percent: number | null
  /** What it will be once all that waits is approved; null when nothing waits. */
  readonly waitingPercent: number | null
  readonly dueOn: LocalDate | null
  /** The day of the last report it rests on; null when nothing was ever reported. */
  readonly factOn: LocalDate | null
  /** Since when its plan stands still; null while it stands. */
  readonly closedOn: LocalDate | null
}

/** A task as it was worded and stood on a day. */
export interface TaskOnDay extends TaskState {
  readonly title: string
  readonly requirement: string
}

/** A task in a list; with a unit asked for, the state is that of the unit's own assignment. */
export interface TaskListItem extends TaskState {
  readonly taskId: TaskId
  readonly planTitle: string
  readonly sectionTitle: string | null
  readonly number: string | null
  readonly title: string
  readonly isOngoing: boolean
  /** Since when nothing was heard of what is open; null when nothing is. */
  readonly silentSince: LocalDate | null
  /** The names of the accountable units. */
  readonly accountableUnits: string
  /** The unit's role, when a unit was asked for. */
  readonly role: AssignmentRole | null
}

export interface Milestone {
  readonly id: MilestoneId
  readonly dueOn: LocalDate
  readonly requirement: string
  readonly weight: number
}

export interface Assignment {
  readonly id: AssignmentId
  readonly unitId: UnitId
  readonly unitName: string
  readonly role: AssignmentRole
  /** How the document says it; differs from the name for groups and aliases. */
  readonly writtenName: string
  readonly withdrawnAt: string | null
  readonly withdrawnReason: string | null
}

/** A place in the source document: UTF-16 offsets, end exclusive. */
export interface SourcePlace {
  readonly documentId: SourceDocumentId
  readonly start: number
  readonly end: number
}

export interface Task {
  readonly id: TaskId
  readonly number: string | null
  readonly title: string
  readonly requirement: string
  /** It goes on without an end and names no date: it is due at the plan's end. */
  readonly isOngoing: boolean
  readonly withdrawnAt: string | null
  readonly withdrawnReason: string | null
  readonly plan: { readonly id: PlanId; readonly title: string; readonly state: PlanState }
  readonly section: { readonly id: SectionId; readonly number: string | null; readonly title: string } | null
  /** Null when the task was added by hand. */
  readonly source: SourcePlace | null
  readonly milestones: readonly Milestone[]
  readonly assignments: readonly Assignment[]
}

/** A report handed in on a task, with the unit and until when it owes what the report speaks of. */
export interface TaskSubmission extends Submission, DueDates {
  readonly unitName: string
}

/** A task found by its words. */
export interface TaskSearchHit {
  readonly taskId: TaskId
  readonly number: string | null
  readonly title: string
  readonly planTitle: string
  readonly accountableUnits: string
}
