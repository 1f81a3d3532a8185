import type { EvidenceId, ObligationId, SubmissionId } from '@/domain/ids'
import type { ReviewDecision } from '@/domain/reporting/submission'
import { defineCommand } from '../define-command'
import { requireIntactFiles } from './require-intact-files'

interface ReviewInput {
  readonly submissionId: SubmissionId
  readonly decision: ReviewDecision
  readonly reason: string
  readonly rejectedEvidenceIds: readonly EvidenceId[]
}

/** Approves or returns one submission; 'report_is_approved' or 'report_is_returned' when a colleague was quicker. */
export const useReviewReport = defineCommand(
  'review_report',
  ({ submissionId, decision, reason, rejectedEvidenceIds }: ReviewInput) => ({
    p_submission_id: submissionId,
    p_decision: decision,
    p_reason: reason,
    p_rejected_evidence_ids: [...rejectedEvidenceIds],
  }),
  {
    before: async ({ submissionId, decision, rejectedEvidenceIds }, queryClient) => {
      if (decision === 'approved') await requireIntactFiles(queryClient, [submissionId], rejectedEvidenceIds)
    },
  },
)

/** Approves several submissions with all their evidence; all or none. */
export const useApproveReports = defineCommand(
  'approve_reports',
  (submissionIds: readonly SubmissionId[]) => ({ p_submission_ids: [...submissionIds] }),
  { before: (submissionIds, queryClient) => requireIntactFiles(queryClient, submissionIds) },
)

interface ReopenInput {
  readonly obligationId: ObligationId
  readonly reason: string
}

/** Takes back a completion or an accepted 无此事项. */
export const useReopenCompletion = defineCommand('reopen_completion', ({ obligationId, reason }: ReopenInput) => ({
  p_obligation_id: obligationId,
  p_reason: reason,
}))
