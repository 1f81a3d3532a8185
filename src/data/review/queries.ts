import type { PlanId, SubmissionId } from '@/domain/ids'
import type { QueueFilter, QueueItem, QueuePage, ReviewSubject } from '@/domain/review/queue'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { getClient } from '../client'
import { toAppError } from '../errors'
import { readAllPages } from '../read-all-pages'
import { expectOneRow, unwrap, unwrapPage } from '../request'
import { reviewKeys } from './keys'
import { QUEUE_COLUMNS, SUBJECT_COLUMNS, toQueueItem, toReviewSubject } from './mapper'

const COMPLETE = 100
/** PostgREST's answer to a page that begins after the last row. */
const BEYOND_THE_END = 'PGRST103'

/** One page of the submissions that await review, oldest first. */
export function queueOptions(page: QueuePage) {
  return queryOptions({
    queryKey: reviewKeys.queue(page),
    queryFn: ({ signal }) => fetchQueue(page, signal),
    placeholderData: keepPreviousData,
  })
}

function queueRequest({ planId, unitId, isCompletingOnly }: QueueFilter) {
  let request = getClient().from('report_submissions').select(QUEUE_COLUMNS, { count: 'exact' }).is('decision', null)
  if (planId !== '') request = request.eq('obligations.tasks.plan_id', planId)
  if (unitId !== '') request = request.eq('unit_id', unitId)
  if (isCompletingOnly) request = request.eq('kind', 'progress').eq('percent', COMPLETE)
  return request.order('submitted_at').order('id')
}

/** One page of the queue, and which one it is. */
interface QueueAnswer {
  readonly items: readonly QueueItem[]
  readonly total: number
  readonly page: number
}

async function fetchQueue(asked: QueuePage, signal: AbortSignal): Promise<QueueAnswer> {
  const { page, pageSize, ...filter } = asked
  const first = (page - 1) * pageSize
  try {
    const request = queueRequest(filter).range(first, first + pageSize - 1)
    const { rows, total } = await unwrapPage(request.abortSignal(signal))
    return { items: rows.map(toQueueItem), total, page }
  } catch (error) {
    // The queue has shrunk and this page is gone: its beginning is what there is to do.
    if (page > 1 && toAppError(error).code === BEYOND_THE_END) return fetchQueue({ ...asked, page: 1 }, signal)
    throw error
  }
}

/** Where a submission stands in the queue: what comes next, and how many await review besides it. */
interface QueueSurroundings {
  readonly nextId: SubmissionId | null
  readonly remaining: number
}

/** What to review after this one: the next younger, else the oldest that was passed over. */
export function queueAroundOptions(submissionId: SubmissionId, submittedAt: string, filter: QueueFilter) {
  return queryOptions({
    queryKey: reviewKeys.around(submissionId, filter),
    queryFn: async ({ signal }): Promise<QueueSurroundings> => {
      const younger = queueRequest(filter).neq('id', submissionId).gte('submitted_at', submittedAt).range(0, 0)
      const oldest = queueRequest(filter).neq('id', submissionId).range(0, 0)
      const [next, first] = await Promise.all([
        unwrapPage(younger.abortSignal(signal)),
        unwrapPage(oldest.abortSignal(signal)),
      ])
      return { nextId: next.rows[0]?.id ?? first.rows[0]?.id ?? null, remaining: first.total }
    },
    staleTime: 0,
  })
}

/** A plan to filter the queue by. */
interface PlanChoice {
  readonly id: PlanId
  readonly title: string
}

/** Every issued plan, newest first; reports on closed ones may still await review. */
export function reviewPlansOptions() {
  return queryOptions({
    queryKey: reviewKeys.plans(),
    queryFn: ({ signal }): Promise<PlanChoice[]> =>
      readAllPages((from, to) =>
        getClient()
          .from('plans')
          .select('id, title')
          .neq('state', 'draft')
          .order('starts_on', { ascending: false })
          .order('id')
          .range(from, to)
          .abortSignal(signal),
      ),
  })
}

/** One submission with the requirement it answers. */
export function reviewSubjectOptions(submissionId: SubmissionId) {
  return queryOptions({
    queryKey: reviewKeys.subject(submissionId),
    queryFn: async ({ signal }): Promise<ReviewSubject> => {
      const request = getClient().from('report_submissions').select(SUBJECT_COLUMNS).eq('id', submissionId)
      return toReviewSubject(expectOneRow(await unwrap(request.abortSignal(signal))))
    },
  })
}
