import type { ReportContent } from '@/domain/reporting/report-content'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { getClient } from '../client'
import { toAppError } from '../errors'
import { expectOneRow, unwrap } from '../request'
import { reportKeys } from './keys'
import { refreshWork } from './refresh-work'
import type { SavedDraft } from './working-copy'

/** The form says itself what failed, so no notice is raised over the page. */
const shownInPlace = { isErrorShownInPlace: true } as const

const NO_LONGER_OPEN: ReadonlySet<string> = new Set([
  'report_is_under_review',
  'obligation_already_complete',
  'plan_is_closed',
  'task_is_withdrawn',
])

interface DraftInput {
  readonly assignmentId: string
  readonly milestoneId: string
  /** 0 starts a working copy. */
  readonly expectedRevision: number
  readonly content: ReportContent
}

/** Keeps the working copy; 'report_revision_conflict' when a colleague saved in between. */
export function useSaveReportDraft() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: saveDraft,
    // What is being typed is newer than any answer, so the copy is only marked as old.
    onSuccess: () => queryClient.invalidateQueries({ queryKey: reportKeys.workingCopies(), refetchType: 'none' }),
    // The page shows a report that can still be written; these say that it no longer can.
    onError: (error) => (NO_LONGER_OPEN.has(toAppError(error).code) ? refreshWork(queryClient) : undefined),
    meta: shownInPlace,
  })
}

async function saveDraft({ assignmentId, milestoneId, expectedRevision, content }: DraftInput): Promise<SavedDraft> {
  const rows = await unwrap(
    getClient().rpc('save_report_draft', {
      p_assignment_id: assignmentId,
      p_milestone_id: milestoneId,
      p_expected_revision: expectedRevision,
      p_kind: content.kind,
      p_percent: content.percent,
      p_done: content.done,
      p_next_steps: content.nextSteps,
      p_problems: content.problems,
    }),
  )
  const row = expectOneRow(rows)
  return { reportId: row.report_id, revision: row.revision, savedAt: row.saved_at }
}

interface RevisionInput {
  readonly reportId: string
  readonly revision: number
}

/** Hands the working copy in; answers the submission. */
export function useSubmitReport() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ reportId, revision }: RevisionInput) =>
      unwrap(getClient().rpc('submit_report', { p_report_id: reportId, p_expected_revision: revision })),
    onSuccess: () => refreshWork(queryClient),
    meta: shownInPlace,
  })
}

/** Throws away a draft that was never handed in. */
export function useDiscardReportDraft() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ reportId, revision }: RevisionInput) =>
      unwrap(getClient().rpc('discard_report_draft', { p_report_id: reportId, p_expected_revision: revision })),
    onSuccess: () => refreshWork(queryClient),
    meta: shownInPlace,
  })
}

/** Hands in 无变化 for an obligation that has no working copy, in one go. */
export function useReportNoChange() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async ({ assignmentId, milestoneId }: Pick<DraftInput, 'assignmentId' | 'milestoneId'>) => {
      const content: ReportContent = { kind: 'no_change', percent: 0, done: '', nextSteps: '', problems: '' }
      const draft = await saveDraft({ assignmentId, milestoneId, expectedRevision: 0, content })
      await unwrap(
        getClient().rpc('submit_report', { p_report_id: draft.reportId, p_expected_revision: draft.revision }),
      )
    },
    onSettled: () => refreshWork(queryClient),
    meta: shownInPlace,
  })
}
