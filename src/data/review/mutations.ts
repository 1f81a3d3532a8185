import type { ReviewDecision } from '@/domain/reporting/submission'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { getClient } from '../client'
import { refreshWork } from '../reports/refresh-work'
import { unwrap } from '../request'
import { requireIntactFiles } from './require-intact-files'

const shownInPlace = { isErrorShownInPlace: true } as const

interface ReviewInput {
  readonly submissionId: string
  readonly decision: ReviewDecision
  readonly reason: string
  readonly rejectedEvidenceIds: readonly string[]
}

/** Approves or returns one submission; 'submission_already_decided' when a colleague was quicker. */
export function useReviewReport() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async ({ submissionId, decision, reason, rejectedEvidenceIds }: ReviewInput) => {
      if (decision === 'approved') await requireIntactFiles(queryClient, [submissionId], rejectedEvidenceIds)
      return unwrap(
        getClient().rpc('review_report', {
          p_submission_id: submissionId,
          p_decision: decision,
          p_reason: reason,
          p_rejected_evidence_ids: [...rejectedEvidenceIds],
        }),
      )
    },
    // A refusal means that what is shown is out of date, so it is read again either way.
    onSettled: () => refreshWork(queryClient),
    meta: shownInPlace,
  })
}

/** Approves several submissions with all their evidence; all or none. */
export function useApproveReports() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async (submissionIds: readonly string[]) => {
      await requireIntactFiles(queryClient, submissionIds)
      return unwrap(getClient().rpc('approve_reports', { p_submission_ids: [...submissionIds] }))
    },
    onSettled: () => refreshWork(queryClient),
    meta: shownInPlace,
  })
}

interface ReopenInput {
  readonly assignmentId: string
  readonly milestoneId: string
  readonly reason: string
}

/** Takes back a completion or an accepted 无此事项. */
export function useReopenCompletion() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ assignmentId, milestoneId, reason }: ReopenInput) =>
      unwrap(
        getClient().rpc('reopen_completion', {
          p_assignment_id: assignmentId,
          p_milestone_id: milestoneId,
          p_reason: reason,
        }),
      ),
    onSettled: () => refreshWork(queryClient),
    meta: shownInPlace,
  })
}
