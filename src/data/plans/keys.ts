import type { PlanId } from '@/domain/ids'
import type { PlanFilter } from '@/domain/plans/plan'

/** Cache keys of plans. */
export const planKeys = {
  all: ['plans'] as const,
  lists: () => [...planKeys.all, 'list'] as const,
  list: (filter: PlanFilter) => [...planKeys.lists(), filter] as const,
  detail: (planId: PlanId) => [...planKeys.all, 'detail', planId] as const,
  sections: (planId: PlanId) => [...planKeys.all, 'sections', planId] as const,
}
