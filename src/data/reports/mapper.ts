import type { SubmittedEvidence } from '@/domain/reporting/evidence'
import type { ReportContent } from '@/domain/reporting/report-content'
import { reportKindVocabulary } from '@/domain/reporting/report-kind-vocabulary'
import { reportStateVocabulary } from '@/domain/reporting/report-state-vocabulary'
import type { Submission } from '@/domain/reporting/submission'
import type { Tables } from '../database'
import { EVIDENCE_COLUMNS, toEvidence } from '../evidence/mapper'
import type { WorkingCopy } from './working-copy'

type EvidenceRow = Parameters<typeof toEvidence>[0]
type Person = { readonly display_name: string } | null

/** What a working copy is read with. */
export const WORKING_COPY_COLUMNS =
  `id, state, kind, percent, done, next_steps, problems, revision, updated_at, updater:accounts!progress_reports_updated_by_fkey(display_name), report_evidence(attached_at, evidence(${EVIDENCE_COLUMNS}))` as const

/** What a submission is read with, wherever it is shown. */
export const SUBMISSION_COLUMNS =
  `id, report_id, obligation_id, number, kind, percent, done, next_steps, problems, submitted_at, decision, decided_at, decision_reason, submitter:accounts!report_submissions_submitted_by_fkey(display_name), decider:accounts!report_submissions_decided_by_fkey(display_name), submission_evidence(is_accepted, content_sha256, evidence(${EVIDENCE_COLUMNS}))` as const

type ContentRow = Pick<Tables<'progress_reports'>, 'kind' | 'percent' | 'done' | 'next_steps' | 'problems'>

function toReportContent(row: ContentRow): ReportContent {
  return {
    kind: reportKindVocabulary.parse(row.kind),
    percent: row.percent,
    done: row.done,
    nextSteps: row.next_steps,
    problems: row.problems,
  }
}

interface WorkingCopyRow
  extends ContentRow, Pick<Tables<'progress_reports'>, 'id' | 'state' | 'revision' | 'updated_at'> {
  readonly updater: Person
  readonly report_evidence: readonly { readonly attached_at: string; readonly evidence: EvidenceRow }[]
}

export function toWorkingCopy(row: WorkingCopyRow): WorkingCopy {
  const attachments = [...row.report_evidence].sort((a, b) => (a.attached_at < b.attached_at ? -1 : 1))
  return {
    id: row.id,
    state: reportStateVocabulary.parse(row.state),
    content: toReportContent(row),
    revision: row.revision,
    updatedAt: row.updated_at,
    updatedByName: row.updater?.display_name ?? null,
    evidence: attachments.map((each) => toEvidence(each.evidence)),
  }
}

export interface SubmissionRow
  extends
    ContentRow,
    Pick<
      Tables<'report_submissions'>,
      'id' | 'report_id' | 'obligation_id' | 'number' | 'submitted_at' | 'decision' | 'decided_at' | 'decision_reason'
    > {
  readonly submitter: Person
  readonly decider: Person
  readonly submission_evidence: readonly {
    readonly is_accepted: boolean | null
    /** As it was when this was handed in. */
    readonly content_sha256: string | null
    readonly evidence: EvidenceRow
  }[]
}

export function toSubmission(row: SubmissionRow): Submission {
  return {
    id: row.id,
    reportId: row.report_id,
    obligationId: row.obligation_id,
    number: row.number,
    content: toReportContent(row),
    submittedAt: row.submitted_at,
    submittedByName: row.submitter?.display_name ?? null,
    decision: row.decision,
    decidedAt: row.decided_at,
    decidedByName: row.decider?.display_name ?? null,
    decisionReason: row.decision_reason,
    evidence: row.submission_evidence
      .map((each): SubmittedEvidence => ({
        ...toEvidence(each.evidence),
        contentSha256: each.content_sha256,
        isAccepted: each.is_accepted,
      }))
      .sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1)),
  }
}
