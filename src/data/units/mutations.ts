import type { UnitAliasId, UnitGroupId, UnitId } from '@/domain/ids'
import type { UnitKind } from '@/domain/units/unit-kind-vocabulary'
import { getClient } from '../client'
import { defineCommand, defineWrite } from '../define-command'
import { expectChanged, expectOneRow, unwrap } from '../request'
import { toUnitOption } from './mapper'
import { setUnitGroupMembers } from './set-unit-group-members'
import type { UnitOption } from './unit'

const units = { changes: 'units' } as const

interface UnitInput {
  readonly name: string
  readonly kind: UnitKind
  readonly parentId?: UnitId | null
}

/** Makes a unit and answers it. */
export const useCreateUnit = defineWrite(async ({ name, kind, parentId = null }: UnitInput): Promise<UnitOption> => {
  const rows = await unwrap(
    getClient().from('units').insert({ name: name.trim(), kind, parent_id: parentId }).select('id, name, kind'),
  )
  return toUnitOption(expectOneRow(rows))
}, units)

/** Changes a unit's name, kind or parent; plans keep the names they were written with. */
export const useUpdateUnit = defineWrite(
  async ({ id, name, kind, parentId = null }: UnitInput & { readonly id: UnitId }) => {
    const write = getClient().from('units').update({ name: name.trim(), kind, parent_id: parentId }).eq('id', id)
    expectChanged(await unwrap(write.select('id')))
  },
  units,
)

/** Deletes a unit that nothing refers to; the database refuses one in use. */
export const useDeleteUnit = defineWrite(async (id: UnitId) => {
  expectChanged(await unwrap(getClient().from('units').delete().eq('id', id).select('id')))
}, units)

/** Which unit or group an alias stands for. */
export type AliasOwner = { readonly unitId: UnitId } | { readonly unitGroupId: UnitGroupId }

/** Notes another way documents write a unit or a group. */
export const useAddUnitAlias = defineWrite(async ({ alias, ...owner }: AliasOwner & { readonly alias: string }) => {
  const target = 'unitId' in owner ? { unit_id: owner.unitId } : { unit_group_id: owner.unitGroupId }
  expectChanged(
    await unwrap(
      getClient()
        .from('unit_aliases')
        .insert({ alias: alias.trim(), ...target })
        .select('id'),
    ),
  )
}, units)

export const useDeleteUnitAlias = defineWrite(async (aliasId: UnitAliasId) => {
  expectChanged(await unwrap(getClient().from('unit_aliases').delete().eq('id', aliasId).select('id')))
}, units)

/** Makes a group, with its first members if they are known; answers its id. */
export const useCreateUnitGroup = defineWrite(
  async ({ name, memberIds = [] }: { readonly name: string; readonly memberIds?: readonly UnitId[] }) => {
    const rows = await unwrap(getClient().from('unit_groups').insert({ name: name.trim() }).select('id'))
    const { id } = expectOneRow(rows)
    await setUnitGroupMembers(id, memberIds)
    return id
  },
  units,
)

export const useRenameUnitGroup = defineWrite(
  async ({ id, name }: { readonly id: UnitGroupId; readonly name: string }) => {
    expectChanged(await unwrap(getClient().from('unit_groups').update({ name: name.trim() }).eq('id', id).select('id')))
  },
  units,
)

/** Deletes a group; its units stay, and issued plans keep whom it stood for. */
export const useDeleteUnitGroup = defineWrite(async (id: UnitGroupId) => {
  expectChanged(await unwrap(getClient().from('unit_groups').delete().eq('id', id).select('id')))
}, units)

export const useSetUnitGroupMembers = defineWrite(
  ({ groupId, memberIds }: { readonly groupId: UnitGroupId; readonly memberIds: readonly UnitId[] }) =>
    setUnitGroupMembers(groupId, memberIds),
  units,
)

/** One unit of a pasted list. */
interface UnitImport {
  readonly name: string
  readonly kind: UnitKind
  readonly aliases: readonly string[]
  readonly groups: readonly string[]
}

/** Makes all units of a pasted list, or none; answers how many. */
export const useImportUnits = defineCommand(
  'import_units',
  (list: readonly UnitImport[]) => ({
    p_units: list.map(({ name, kind, aliases, groups }) => ({
      name,
      kind,
      aliases: [...aliases],
      groups: [...groups],
    })),
  }),
  units,
)

interface GroupInput {
  readonly name: string
  readonly memberIds: readonly UnitId[]
  readonly fresh: readonly { readonly name: string; readonly kind: UnitKind }[]
}

/** Makes a group of units that are there and of units made along with it, at once or not at all; answers its id. */
export const useMakeUnitGroup = defineCommand(
  'make_unit_group',
  ({ name, memberIds, fresh }: GroupInput) => ({
    p_name: name,
    p_member_ids: [...memberIds],
    p_new_units: fresh.map((unit) => ({ ...unit })),
  }),
  units,
)
