import type { PlanId, UnitId } from '@/domain/ids'
import type { QueueFilter, QueuePage } from '@/domain/review/queue'
import { noId } from '@/lib/brand'
import { readPage } from '@/ui/table-state'
import { readSearch, type SearchState } from '@/ui/use-search-state'

/** How much of the queue is shown at once. */
export const QUEUE_PER_PAGE = 20

/** The queue's filters as the address has them; '' filters nothing. */
export const queueFilterDefaults = { plan: noId<PlanId>(), unit: noId<UnitId>(), completing: false } as const

export type QueueSearch = SearchState<typeof queueFilterDefaults>

export function toQueueFilter({ plan, unit, completing }: QueueSearch): QueueFilter {
  return { planId: plan, unitId: unit, isCompletingOnly: completing }
}

/** The page of the queue that an address asks for, as the page itself will. */
export function readQueuePage(params: URLSearchParams): QueuePage {
  const filter = toQueueFilter(readSearch(queueFilterDefaults, params))
  return { ...filter, page: readPage(params), pageSize: QUEUE_PER_PAGE }
}

/** The filters as they stand in an address, so that a page opened from the queue leads back to it. */
export function toSearch({ plan, unit, completing }: QueueSearch) {
  return { plan, unit, completing: completing ? true : null }
}
