import type { ObligationId } from '@/domain/ids'
import type { ReportContent } from '@/domain/reporting/report-content'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { callFunction } from '../call-function'
import { toAppError } from '../errors'
import { refreshWork } from '../refresh'
import { expectOneRow } from '../request'
import { reportKeys } from './keys'
import { workingCopyOptions } from './queries'
import type { SavedDraft } from './working-copy'

/** Whatever state it is in by now, and whether it is still there. */
const NO_LONGER_OPEN = /^obligation_(?:is_|not_found$)/

interface DraftInput {
  readonly obligationId: ObligationId
  /** 0 starts a working copy. */
  readonly expectedRevision: number
  readonly content: ReportContent
}

/**
 * Keeps the working copy; 'report_revision_conflict' when a colleague saved in between. It stands beside `defineCommand`,
 * because what is being typed is newer than any answer: reading it again under the form would be wrong.
 */
export function useSaveReportDraft() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: saveReportDraft,
    // Who leaves and comes back finds what was saved, not what stood there before.
    onSuccess: ({ revision, savedAt }, { obligationId, content }) => {
      queryClient.setQueryData(workingCopyOptions(obligationId).queryKey, (copy) =>
        copy === undefined || copy === null || copy.revision >= revision
          ? copy
          : { ...copy, content, revision, updatedAt: savedAt },
      )
      return queryClient.invalidateQueries({ queryKey: reportKeys.workingCopies(), refetchType: 'none' })
    },
    // The page shows a report that can still be written; these say that it no longer can.
    onError: (error) => (NO_LONGER_OPEN.test(toAppError(error).code) ? refreshWork(queryClient) : undefined),
    meta: { isErrorShownInPlace: true },
  })
}

/** A report in the words of the functions that take one. */
export function toReportArgs({ obligationId, expectedRevision, content }: DraftInput) {
  return {
    p_obligation_id: obligationId,
    p_expected_revision: expectedRevision,
    p_kind: content.kind,
    p_percent: content.percent,
    p_done: content.done,
    p_next_steps: content.nextSteps,
    p_problems: content.problems,
  }
}

/** Saves a working copy and answers what it is now. */
async function saveReportDraft(input: DraftInput): Promise<SavedDraft> {
  const rows = await callFunction('save_report_draft', toReportArgs(input))
  const row = expectOneRow(rows)
  return { reportId: row.report_id, revision: row.revision, savedAt: row.saved_at }
}
