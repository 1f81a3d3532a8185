import { parseLocalDate } from '@/domain/local-date/local-date'
import { reportKindVocabulary } from '@/domain/reporting/report-kind-vocabulary'
import type { Tables } from '../database.types'
import type { Submission, SubmittedEvidence } from './task'

interface EvidenceRow extends Pick<Tables<'submission_evidence'>, 'is_accepted'> {
  readonly evidence: Pick<
    Tables<'evidence'>,
    'id' | 'kind' | 'title' | 'url' | 'storage_path' | 'file_name' | 'media_type' | 'byte_size'
  > | null
}

export interface SubmissionRow
  extends Pick<
    Tables<'report_submissions'>,
    | 'id' | 'unit_id' | 'number' | 'kind' | 'percent' | 'done' | 'next_steps' | 'problems' | 'submitted_at'
    | 'decision' | 'decided_at' | 'decision_reason'
  > {
  readonly units: { readonly name: string } | null
  readonly milestones: { readonly due_on: string }
  readonly submitter: { readonly display_name: string } | null
  readonly submission_evidence: readonly EvidenceRow[]
}

export function toSubmission(row: SubmissionRow): Submission {
  return {
    id: row.id,
    unitId: row.unit_id,
    unitName: row.units?.name ?? '',
    milestoneDueOn: parseLocalDate(row.milestones.due_on),
    number: row.number,
    kind: reportKindVocabulary.parse(row.kind),
    percent: row.percent,
    done: row.done,
    nextSteps: row.next_steps,
    problems: row.problems,
    submittedAt: row.submitted_at,
    submittedBy: row.submitter?.display_name ?? null,
    decision: row.decision,
    decidedAt: row.decided_at,
    decisionReason: row.decision_reason,
    evidence: row.submission_evidence.flatMap(toEvidence),
  }
}

/** A piece the reader may not see is left out rather than shown empty. */
function toEvidence({ evidence, is_accepted }: EvidenceRow): SubmittedEvidence[] {
  if (evidence === null) return []
  return [
    {
      id: evidence.id,
      kind: evidence.kind,
      title: evidence.title,
      url: evidence.url,
      storagePath: evidence.storage_path,
      fileName: evidence.file_name,
      mediaType: evidence.media_type,
      byteSize: evidence.byte_size,
      isAccepted: is_accepted,
    },
  ]
}
