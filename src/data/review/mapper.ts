import type { TaskId } from '@/domain/ids'
import { sectionName } from '@/domain/plans/section-name'
import { reportKindVocabulary } from '@/domain/reporting/report-kind-vocabulary'
import { assignmentRoleVocabulary } from '@/domain/responsibility/assignment-role-vocabulary'
import type { QueueItem, ReviewSubject } from '@/domain/review/queue'
import type { Tables } from '../database'
import { DUE_COLUMNS, toDueDates, type DueDatesRow } from '../obligations/due-dates'
import { SUBMISSION_COLUMNS, toSubmission, type SubmissionRow } from '../reports/mapper'

/** What the queue reads; the task is joined inwards, so that a plan can filter it. */
export const QUEUE_COLUMNS =
  `id, kind, percent, done, submitted_at, number, obligations!inner(${DUE_COLUMNS}, units(name), tasks!inner(number, title, plan_id, plans(title))), submission_evidence(evidence_id)` as const

interface QueueRow extends Pick<
  Tables<'report_submissions'>,
  'id' | 'kind' | 'percent' | 'done' | 'submitted_at' | 'number'
> {
  readonly obligations: DueDatesRow & {
    readonly units: { readonly name: string }
    readonly tasks: {
      readonly number: string | null
      readonly title: string
      readonly plans: { readonly title: string }
    }
  }
  readonly submission_evidence: readonly unknown[]
}

export function toQueueItem(row: QueueRow): QueueItem {
  const { units, tasks } = row.obligations
  return {
    id: row.id,
    kind: reportKindVocabulary.parse(row.kind),
    percent: row.percent,
    done: row.done,
    submittedAt: row.submitted_at,
    number: row.number,
    unitName: units.name,
    taskNumber: tasks.number,
    taskTitle: tasks.title,
    planTitle: tasks.plans.title,
    ...toDueDates(row.obligations),
    evidenceCount: row.submission_evidence.length,
  }
}

/** What one submission under review is read with. */
export const SUBJECT_COLUMNS =
  `${SUBMISSION_COLUMNS}, percent_before, task_id, obligations(${DUE_COLUMNS}, units(name), assignments(role), milestones(requirement), tasks(number, title, requirement, plans(title), plan_sections(number, title)))` as const

interface SubjectRow extends SubmissionRow {
  readonly percent_before: number | null
  readonly task_id: TaskId
  readonly obligations: DueDatesRow & {
    readonly units: { readonly name: string }
    readonly assignments: { readonly role: string }
    readonly milestones: { readonly requirement: string }
    readonly tasks: {
      readonly number: string | null
      readonly title: string
      readonly requirement: string
      readonly plans: { readonly title: string }
      readonly plan_sections: { readonly number: string | null; readonly title: string } | null
    }
  }
}

export function toReviewSubject(row: SubjectRow): ReviewSubject {
  const { units, assignments, milestones, tasks } = row.obligations
  const section = tasks.plan_sections
  return {
    submission: toSubmission(row),
    percentBefore: row.percent_before,
    taskId: row.task_id,
    unitName: units.name,
    role: assignmentRoleVocabulary.parse(assignments.role),
    taskNumber: tasks.number,
    taskTitle: tasks.title,
    taskRequirement: tasks.requirement,
    sectionTitle: section === null ? null : sectionName(section),
    planTitle: tasks.plans.title,
    milestoneRequirement: milestones.requirement,
    ...toDueDates(row.obligations),
  }
}
