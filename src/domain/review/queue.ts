import type { PlanId, SubmissionId, TaskId, UnitId } from '@/domain/ids'
import type { DueDates } from '@/domain/reporting/due-dates'
import type { ReportKind } from '@/domain/reporting/report-kind-vocabulary'
import type { Submission } from '@/domain/reporting/submission'
import type { AssignmentRole } from '@/domain/responsibility/assignment-role-vocabulary'

/** Which submissions await review; '' filters nothing. */
export interface QueueFilter {
  readonly planId: PlanId | ''
  readonly unitId: UnitId | ''
  readonly isCompletingOnly: boolean
}

export interface QueuePage extends QueueFilter {
  readonly page: number
  readonly pageSize: number
}

/** A submission that awaits review, as the queue lists it. */
export interface QueueItem extends DueDates {
  readonly id: SubmissionId
  readonly kind: ReportKind
  readonly percent: number
  readonly done: string
  readonly submittedAt: string
  /** Which hand-in of its report this is; from the second on, something was mended. */
  readonly number: number
  readonly unitName: string
  readonly taskNumber: string | null
  readonly taskTitle: string
  readonly planTitle: string
  readonly evidenceCount: number
}

/** Whether approving it would complete the milestone. */
export function isCompleting(item: Pick<QueueItem, 'kind' | 'percent'>): boolean {
  return item.kind === 'progress' && item.percent === 100
}

/** Whether approving it would end what the unit owes on the milestone: such a report is looked at one by one. */
export function isSettling(item: Pick<QueueItem, 'kind' | 'percent'>): boolean {
  return isCompleting(item) || item.kind === 'not_applicable'
}

/** A submission with everything it is judged against. */
export interface ReviewSubject extends DueDates {
  readonly submission: Submission
  /** What stood approved when it was handed in; null when nothing did. */
  readonly percentBefore: number | null
  readonly taskId: TaskId
  readonly unitName: string
  readonly role: AssignmentRole
  readonly taskNumber: string | null
  readonly taskTitle: string
  readonly taskRequirement: string
  readonly sectionTitle: string | null
  readonly planTitle: string
  readonly milestoneRequirement: string
}
