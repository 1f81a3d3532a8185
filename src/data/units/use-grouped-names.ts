import { areMany, groupedNames, type NamedGroup } from '@/domain/units/grouped-names'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { getClient } from '../client'
import { readAllPages } from '../read-all-pages'
import { unitKeys } from './keys'

/** Every group with the names of its units. */
function namedGroupsOptions() {
  return queryOptions({
    queryKey: unitKeys.namedGroups(),
    queryFn: async ({ signal }): Promise<NamedGroup[]> => {
      const rows = await readAllPages((from, to) =>
        getClient()
          .from('unit_groups')
          .select('name, unit_group_members(units(name))')
          .order('name')
          .order('id')
          .range(from, to)
          .abortSignal(signal),
      )
      return rows.map((row) => ({ name: row.name, members: row.unit_group_members.map(({ units }) => units.name) }))
    },
  })
}

/**
 * Says lists of units by their groups where a list is one; `lists` are those on the page, so that groups are asked for
 * only where one may stand for many names. Until they are here, and where they cannot be read, every unit is named.
 */
export function useGroupedNames(lists: readonly string[]): (names: string) => string {
  const { data = [] } = useQuery({ ...namedGroupsOptions(), enabled: lists.some(areMany) })
  return (names) => groupedNames(names, data)
}
