import { parseLocalDate } from '@/domain/local-date/local-date'
import { unitKindVocabulary } from '@/domain/units/unit-kind-vocabulary'
import type { Tables } from '../database'
import type { UnitAlias, UnitDirectory, UnitOption } from './unit'

type UnitRow = Pick<Tables<'units'>, 'id' | 'name' | 'kind' | 'parent_id' | 'retired_on' | 'merged_into'>
type GroupRow = Pick<Tables<'unit_groups'>, 'id' | 'name'>
type MemberRow = Pick<Tables<'unit_group_members'>, 'unit_group_id' | 'unit_id'>
type AliasRow = Pick<Tables<'unit_aliases'>, 'id' | 'alias' | 'unit_id' | 'unit_group_id'>

/** The four tables as they were read. */
interface DirectoryRows {
  readonly units: readonly UnitRow[]
  readonly groups: readonly GroupRow[]
  readonly members: readonly MemberRow[]
  readonly aliases: readonly AliasRow[]
}

export function toUnitOption(row: Pick<UnitRow, 'id' | 'name' | 'kind'>): UnitOption {
  return { id: row.id, name: row.name, kind: unitKindVocabulary.parse(row.kind) }
}

/** Units with their aliases, groups with their members and aliases. */
export function toUnitDirectory({ units, groups, members, aliases }: DirectoryRows): UnitDirectory {
  const aliasesByOwner = gather(aliases, (row) => row.unit_id ?? row.unit_group_id ?? '', toAlias)
  const membersByGroup = gather(
    members,
    (row) => row.unit_group_id,
    (row) => row.unit_id,
  )
  return {
    units: units.map((row) => ({
      ...toUnitOption(row),
      parentId: row.parent_id,
      retiredOn: row.retired_on === null ? null : parseLocalDate(row.retired_on),
      mergedInto: row.merged_into,
      aliases: aliasesByOwner.get(row.id) ?? [],
    })),
    groups: groups.map((row) => ({
      id: row.id,
      name: row.name,
      memberIds: membersByGroup.get(row.id) ?? [],
      aliases: aliasesByOwner.get(row.id) ?? [],
    })),
  }
}

function toAlias(row: AliasRow): UnitAlias {
  return { id: row.id, alias: row.alias }
}

function gather<Row, Value>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  valueOf: (row: Row) => Value,
): Map<string, Value[]> {
  const gathered = new Map<string, Value[]>()
  for (const row of rows) {
    const values = gathered.get(keyOf(row))
    if (values === undefined) gathered.set(keyOf(row), [valueOf(row)])
    else values.push(valueOf(row))
  }
  return gathered
}
