import type { UnitId } from '@/domain/ids'

/** Cache keys of units. */
export const unitKeys = {
  all: ['units'] as const,
  options: () => [...unitKeys.all, 'options'] as const,
  namedGroups: () => [...unitKeys.all, 'named-groups'] as const,
  directory: () => [...unitKeys.all, 'directory'] as const,
  contacts: () => [...unitKeys.all, 'contacts'] as const,
  handover: (unitId: UnitId) => [...unitKeys.all, 'handover', unitId] as const,
  merge: (unitId: UnitId, intoId: UnitId) => [...unitKeys.all, 'merge', unitId, intoId] as const,
}
