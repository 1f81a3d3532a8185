import { queryOptions } from '@tanstack/react-query'
import { getClient } from '../client'
import { readAllPages } from '../read-all-pages'
import { unitKeys } from './keys'
import { toUnitDirectory, toUnitOption } from './mapper'
import type { UnitDirectory, UnitOption } from './unit'

export type { Unit, UnitAlias, UnitDirectory, UnitGroup, UnitOption } from './unit'

/** Every unit that is not retired, for pickers. */
export function unitOptionsOptions() {
  return queryOptions({ queryKey: unitKeys.options(), queryFn: ({ signal }) => fetchUnitOptions(signal) })
}

async function fetchUnitOptions(signal: AbortSignal): Promise<UnitOption[]> {
  const rows = await readAllPages((from, to) =>
    getClient()
      .from('units')
      .select('id, name, kind')
      .is('retired_on', null)
      .order('name')
      .order('id')
      .range(from, to)
      .abortSignal(signal),
  )
  return rows.map(toUnitOption)
}

/** Every unit and group with aliases and members: what written names are matched against. */
export function unitDirectoryOptions() {
  return queryOptions({ queryKey: unitKeys.directory(), queryFn: ({ signal }) => fetchUnitDirectory(signal) })
}

async function fetchUnitDirectory(signal: AbortSignal): Promise<UnitDirectory> {
  const client = getClient()
  const [units, groups, members, aliases] = await Promise.all([
    readAllPages((from, to) =>
      client
        .from('units')
        .select('id, name, kind, parent_id, retired_on, merged_into')
        .order('position')
        .order('name')
        .order('id')
        .range(from, to)
        .abortSignal(signal),
    ),
    readAllPages((from, to) =>
      client.from('unit_groups').select('id, name').order('name').order('id').range(from, to).abortSignal(signal),
    ),
    readAllPages((from, to) =>
      client
        .from('unit_group_members')
        .select('unit_group_id, unit_id')
        .order('unit_group_id')
        .order('unit_id')
        .range(from, to)
        .abortSignal(signal),
    ),
    readAllPages((from, to) =>
      client
        .from('unit_aliases')
        .select('id, alias, unit_id, unit_group_id')
        .order('alias')
        .order('id')
        .range(from, to)
        .abortSignal(signal),
    ),
  ])
  return toUnitDirectory({ units, groups, members, aliases })
}
