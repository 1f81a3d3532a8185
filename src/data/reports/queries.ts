import type { ObligationId } from '@/domain/ids'
import type { Submission } from '@/domain/reporting/submission'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { getClient } from '../client'
import { unwrap, unwrapPage } from '../request'
import { reportKeys } from './keys'
import { SUBMISSION_COLUMNS, toSubmission, toWorkingCopy, WORKING_COPY_COLUMNS } from './mapper'
import type { WorkingCopy } from './working-copy'

/**
 * The unit's open working copy on one obligation; null when there is none. Asked anew each time its page is opened, and
 * that by the page's loader: on a slow machine the answer is there before the page, which must not ask once more.
 */
export function workingCopyOptions(id: ObligationId) {
  return queryOptions({
    queryKey: reportKeys.workingCopy(id),
    queryFn: ({ signal }) => fetchWorkingCopy(id, signal),
    staleTime: 0,
    refetchOnMount: false,
  })
}

async function fetchWorkingCopy(id: ObligationId, signal: AbortSignal): Promise<WorkingCopy | null> {
  const rows = await unwrap(
    getClient()
      .from('progress_reports')
      .select(WORKING_COPY_COLUMNS)
      .eq('obligation_id', id)
      .neq('state', 'approved')
      .abortSignal(signal),
  )
  const row = rows[0]
  return row === undefined ? null : toWorkingCopy(row)
}

/** What was handed in on one obligation, newest first, and how many there are in all. */
interface SubmissionHistory {
  readonly submissions: readonly Submission[]
  readonly total: number
}

export const HISTORY_PAGE = 20

/** The `count` newest submissions on one obligation. */
export function submissionHistoryOptions(id: ObligationId, count: number = HISTORY_PAGE) {
  return queryOptions({
    queryKey: reportKeys.history(id, count),
    queryFn: async ({ signal }): Promise<SubmissionHistory> => {
      const { rows, total } = await unwrapPage(
        getClient()
          .from('report_submissions')
          .select(SUBMISSION_COLUMNS, { count: 'exact' })
          .eq('obligation_id', id)
          .order('submitted_at', { ascending: false })
          .order('number', { ascending: false })
          .range(0, count - 1)
          .abortSignal(signal),
      )
      return { submissions: rows.map(toSubmission), total }
    },
    placeholderData: keepPreviousData,
  })
}
