import type { PlanFilter } from './plan'

/** Cache keys of plans. */
export const planKeys = {
  all: ['plans'] as const,
  lists: () => [...planKeys.all, 'list'] as const,
  list: (filter: PlanFilter) => [...planKeys.lists(), filter] as const,
  detail: (planId: string) => [...planKeys.all, 'detail', planId] as const,
  sections: (planId: string) => [...planKeys.all, 'sections', planId] as const,
}
