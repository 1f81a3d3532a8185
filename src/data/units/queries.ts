import { unitKindVocabulary } from '@/domain/units/unit-kind-vocabulary'
import type { UnitKind } from '@/domain/units/unit-kind-vocabulary'
import { queryOptions } from '@tanstack/react-query'
import { getClient } from '../client'
import { unwrap } from '../request'
import { unitKeys } from './keys'

/** A unit as a picker shows it. */
export interface UnitOption {
  readonly id: string
  readonly name: string
  readonly kind: UnitKind
}

const PAGE_SIZE = 1000

/** Every unit that is not retired, for pickers; read page by page, because the API answers 1,000 rows at most. */
export function unitOptionsOptions() {
  return queryOptions({ queryKey: unitKeys.options(), queryFn: ({ signal }) => fetchUnitOptions(signal) })
}

async function fetchUnitOptions(signal: AbortSignal): Promise<UnitOption[]> {
  const units: UnitOption[] = []
  for (;;) {
    const rows = await unwrap(
      getClient()
        .from('units')
        .select('id, name, kind')
        .is('retired_on', null)
        .order('name')
        .order('id')
        .range(units.length, units.length + PAGE_SIZE - 1)
        .abortSignal(signal),
    )
    units.push(...rows.map((row) => ({ id: row.id, name: row.name, kind: unitKindVocabulary.parse(row.kind) })))
    if (rows.length < PAGE_SIZE) return units
  }
}
