import type { ObligationId } from '@/domain/ids'
import type { UnitReportsFilter } from './unit-reports'

/** Cache keys of working copies and of what was handed in. */
export const reportKeys = {
  all: ['reports'] as const,
  workingCopies: () => [...reportKeys.all, 'working-copy'] as const,
  workingCopy: (id: ObligationId) => [...reportKeys.workingCopies(), id] as const,
  histories: () => [...reportKeys.all, 'history'] as const,
  history: (id: ObligationId, count: number) => [...reportKeys.histories(), id, count] as const,
  ofUnit: (filter: UnitReportsFilter) => [...reportKeys.all, 'unit', filter] as const,
}
