import type { ObligationId, UnitId } from '@/domain/ids'
import type { Submission } from '@/domain/reporting/submission'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { getClient } from '../client'
import { likeValue, unwrapPage } from '../request'
import { reportKeys } from './keys'
import { SUBMISSION_COLUMNS, toSubmission } from './mapper'

export const UNIT_REPORTS_PER_PAGE = 10

/** Which of a unit's reports a list shows; '' filters nothing. */
export interface UnitReportsFilter {
  readonly unitId: UnitId
  /** What is being reported on, whose own reports stand beside the form anyway. */
  readonly exceptId: ObligationId
  readonly words: string
  readonly page: number
}

/** Something a unit reported, and on which task. */
export interface UnitReport {
  readonly submission: Submission
  readonly taskNumber: string | null
  readonly taskTitle: string
}

/** One page of what a unit said of its progress on its other obligations, newest first. */
export function unitReportsOptions(filter: UnitReportsFilter) {
  return queryOptions({
    queryKey: reportKeys.ofUnit(filter),
    queryFn: ({ signal }) => fetchUnitReports(filter, signal),
    placeholderData: keepPreviousData,
  })
}

async function fetchUnitReports({ unitId, exceptId, words, page }: UnitReportsFilter, signal: AbortSignal) {
  const first = (page - 1) * UNIT_REPORTS_PER_PAGE
  let request = getClient()
    .from('report_submissions')
    .select(`${SUBMISSION_COLUMNS}, obligations!inner(tasks!inner(number, title))`, { count: 'exact' })
    .eq('unit_id', unitId)
    .eq('kind', 'progress')
    .neq('obligation_id', exceptId)
  if (words.trim() !== '') {
    const like = likeValue(words)
    request = request.or(`done.ilike.${like},next_steps.ilike.${like}`)
  }
  const { rows, total } = await unwrapPage(
    request
      .order('submitted_at', { ascending: false })
      .order('id')
      .range(first, first + UNIT_REPORTS_PER_PAGE - 1)
      .abortSignal(signal),
  )
  const items = rows.map((row): UnitReport => ({
    submission: toSubmission(row),
    taskNumber: row.obligations.tasks.number,
    taskTitle: row.obligations.tasks.title,
  }))
  return { items, total }
}
