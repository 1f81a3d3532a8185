import type { PlanId } from '@/domain/ids'
import type { LocalDate } from '@/domain/local-date/local-date'

/** Cache keys of sums over signals; `asOf` null is today. */
export const overviewKeys = {
  all: ['overview'] as const,
  plans: (asOf: LocalDate | null, planId: PlanId | '') => [...overviewKeys.all, 'plans', asOf, planId] as const,
  sections: (planId: PlanId, asOf: LocalDate | null) => [...overviewKeys.all, 'sections', planId, asOf] as const,
  units: (asOf: LocalDate | null, planId: PlanId | '') => [...overviewKeys.all, 'units', asOf, planId] as const,
  matrix: (planId: PlanId, asOf: LocalDate | null) => [...overviewKeys.all, 'matrix', planId, asOf] as const,
  trend: (planId: PlanId, asOf: LocalDate | null) => [...overviewKeys.all, 'trend', planId, asOf] as const,
}
