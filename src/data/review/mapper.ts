import { sectionName } from '@/domain/plans/section-name'
import { parseLocalDate } from '@/domain/local-date/local-date'
import { reportKindVocabulary } from '@/domain/reporting/report-kind-vocabulary'
import { assignmentRoleVocabulary } from '@/domain/responsibility/assignment-role-vocabulary'
import { signalReasonVocabulary } from '@/domain/signal/signal-reason-vocabulary'
import { signalVocabulary } from '@/domain/signal/signal-vocabulary'
import type { Database } from '../database.types'
import type { SubmissionRow } from '../reports/mapper'
import { SUBMISSION_COLUMNS, toSubmission } from '../reports/mapper'
import type { ObligationStanding, QueueItem, ReviewSubject } from './queue'

/** What the queue reads; the task is joined inwards, so that a plan can filter it. */
export const QUEUE_COLUMNS =
  'id, kind, percent, done, submitted_at, number, units!report_submissions_unit_id_fkey(name), milestones!report_submissions_milestone_id_fkey(due_on), tasks!inner(number, title, plan_id, plans(title)), submission_evidence(evidence_id)'

type Row = Database['public']['Tables']['report_submissions']['Row']

interface QueueRow extends Pick<Row, 'id' | 'kind' | 'percent' | 'done' | 'submitted_at' | 'number'> {
  readonly units: { readonly name: string }
  readonly milestones: { readonly due_on: string }
  readonly tasks: { readonly number: string | null; readonly title: string; readonly plans: { readonly title: string } }
  readonly submission_evidence: readonly unknown[]
}

export function toQueueItem(row: QueueRow): QueueItem {
  return {
    id: row.id,
    kind: reportKindVocabulary.parse(row.kind),
    percent: row.percent,
    done: row.done,
    submittedAt: row.submitted_at,
    number: row.number,
    unitName: row.units.name,
    taskNumber: row.tasks.number,
    taskTitle: row.tasks.title,
    planTitle: row.tasks.plans.title,
    dueOn: parseLocalDate(row.milestones.due_on),
    evidenceCount: row.submission_evidence.length,
  }
}

/** What one submission under review is read with. */
export const SUBJECT_COLUMNS =
  `${SUBMISSION_COLUMNS}, task_id, units!report_submissions_unit_id_fkey(name), assignments!report_submissions_assignment_id_fkey(role), milestones!report_submissions_milestone_id_fkey(due_on, requirement), tasks!report_submissions_task_id_fkey(number, title, requirement, plans(title), plan_sections(number, title))` as const

interface SubjectRow extends SubmissionRow {
  readonly task_id: string
  readonly units: { readonly name: string }
  readonly assignments: { readonly role: string }
  readonly milestones: { readonly due_on: string; readonly requirement: string }
  readonly tasks: {
    readonly number: string | null
    readonly title: string
    readonly requirement: string
    readonly plans: { readonly title: string }
    readonly plan_sections: { readonly number: string | null; readonly title: string } | null
  }
}

export function toReviewSubject(row: SubjectRow): ReviewSubject {
  const section = row.tasks.plan_sections
  return {
    submission: toSubmission(row),
    taskId: row.task_id,
    unitName: row.units.name,
    role: assignmentRoleVocabulary.parse(row.assignments.role),
    taskNumber: row.tasks.number,
    taskTitle: row.tasks.title,
    taskRequirement: row.tasks.requirement,
    sectionTitle: section === null ? null : sectionName(section),
    planTitle: row.tasks.plans.title,
    milestoneRequirement: row.milestones.requirement,
    dueOn: parseLocalDate(row.milestones.due_on),
  }
}

type StandingRow = Database['public']['Functions']['task_obligations']['Returns'][number]

export function toStanding(row: StandingRow): ObligationStanding {
  return {
    percent: Number(row.percent),
    scheduledPercent: Number(row.scheduled_percent),
    signal: signalVocabulary.parse(row.signal),
    reasons: row.reasons.map((reason) => signalReasonVocabulary.parse(reason)),
    isComplete: row.is_complete,
    isLate: row.is_late,
  }
}
