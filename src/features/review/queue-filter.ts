import type { PlanId, UnitId } from '@/domain/ids'
import type { QueueFilter } from '@/domain/review/queue'
import { noId } from '@/lib/brand'
import type { SearchState } from '@/ui/use-search-state'

/** The queue's filters as the address has them; '' filters nothing. */
export const queueFilterDefaults = { plan: noId<PlanId>(), unit: noId<UnitId>(), completing: false } as const

export type QueueSearch = SearchState<typeof queueFilterDefaults>

export function toQueueFilter({ plan, unit, completing }: QueueSearch): QueueFilter {
  return { planId: plan, unitId: unit, isCompletingOnly: completing }
}

/** The filters as they stand in an address, so that a page opened from the queue leads back to it. */
export function toSearch({ plan, unit, completing }: QueueSearch) {
  return { plan, unit, completing: completing ? true : null }
}
