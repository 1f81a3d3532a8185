import type { LocalDate } from '@/domain/local-date/local-date'
import type { UnitKind } from '@/domain/units/unit-kind-vocabulary'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { getClient } from '../client'
import { expectChanged, expectOneRow, unwrap } from '../request'
import { unitKeys } from './keys'
import { toUnitOption } from './mapper'
import { setUnitGroupMembers } from './set-unit-group-members'
import type { UnitOption } from './unit'

/** A write on units; every picker and list is read again before it counts as done. */
function useUnitMutation<Input, Result>(mutationFn: (input: Input) => Promise<Result>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: unitKeys.all }),
    meta: { isErrorShownInPlace: true },
  })
}

export interface UnitInput {
  readonly name: string
  readonly kind: UnitKind
  readonly parentId?: string | null
}

/** Makes a unit and answers it. */
export function useCreateUnit() {
  return useUnitMutation(async ({ name, kind, parentId = null }: UnitInput): Promise<UnitOption> => {
    const rows = await unwrap(
      getClient().from('units').insert({ name: name.trim(), kind, parent_id: parentId }).select('id, name, kind'),
    )
    return toUnitOption(expectOneRow(rows))
  })
}

/** Changes a unit's name, kind or parent; plans keep the names they were written with. */
export function useUpdateUnit() {
  return useUnitMutation(async ({ id, name, kind, parentId = null }: UnitInput & { readonly id: string }) => {
    const write = getClient().from('units').update({ name: name.trim(), kind, parent_id: parentId }).eq('id', id)
    expectChanged(await unwrap(write.select('id')))
  })
}

/** Ends a unit on a day, or brings it back with null. */
export function useRetireUnit() {
  return useUnitMutation(async ({ id, retiredOn }: { readonly id: string; readonly retiredOn: LocalDate | null }) => {
    expectChanged(await unwrap(getClient().from('units').update({ retired_on: retiredOn }).eq('id', id).select('id')))
  })
}

/** Deletes a unit that nothing refers to; the database refuses one in use. */
export function useDeleteUnit() {
  return useUnitMutation(async (id: string) => {
    expectChanged(await unwrap(getClient().from('units').delete().eq('id', id).select('id')))
  })
}

/** Which unit or group an alias stands for. */
export type AliasOwner = { readonly unitId: string } | { readonly unitGroupId: string }

/** Notes another way documents write a unit or a group. */
export function useAddUnitAlias() {
  return useUnitMutation(async ({ alias, ...owner }: AliasOwner & { readonly alias: string }) => {
    const target = 'unitId' in owner ? { unit_id: owner.unitId } : { unit_group_id: owner.unitGroupId }
    expectChanged(
      await unwrap(
        getClient()
          .from('unit_aliases')
          .insert({ alias: alias.trim(), ...target })
          .select('id'),
      ),
    )
  })
}

export function useDeleteUnitAlias() {
  return useUnitMutation(async (aliasId: string) => {
    expectChanged(await unwrap(getClient().from('unit_aliases').delete().eq('id', aliasId).select('id')))
  })
}

/** Makes a group, with its first members if they are known; answers its id. */
export function useCreateUnitGroup() {
  return useUnitMutation(
    async ({ name, memberIds = [] }: { readonly name: string; readonly memberIds?: readonly string[] }) => {
      const rows = await unwrap(getClient().from('unit_groups').insert({ name: name.trim() }).select('id'))
      const { id } = expectOneRow(rows)
      await setUnitGroupMembers(id, memberIds)
      return id
    },
  )
}

export function useRenameUnitGroup() {
  return useUnitMutation(async ({ id, name }: { readonly id: string; readonly name: string }) => {
    expectChanged(await unwrap(getClient().from('unit_groups').update({ name: name.trim() }).eq('id', id).select('id')))
  })
}

/** Deletes a group; its units stay, and issued plans keep whom it stood for. */
export function useDeleteUnitGroup() {
  return useUnitMutation(async (id: string) => {
    expectChanged(await unwrap(getClient().from('unit_groups').delete().eq('id', id).select('id')))
  })
}

export function useSetUnitGroupMembers() {
  return useUnitMutation(
    ({ groupId, memberIds }: { readonly groupId: string; readonly memberIds: readonly string[] }) =>
      setUnitGroupMembers(groupId, memberIds),
  )
}

/** One unit of a pasted list. */
export interface UnitImport {
  readonly name: string
  readonly kind: UnitKind
  readonly aliases: readonly string[]
  readonly groups: readonly string[]
}

/** Makes all units of a pasted list, or none; answers how many. */
export function useImportUnits() {
  return useUnitMutation((units: readonly UnitImport[]) =>
    unwrap(
      getClient().rpc('import_units', {
        p_units: units.map(({ name, kind, aliases, groups }) => ({
          name,
          kind,
          aliases: [...aliases],
          groups: [...groups],
        })),
      }),
    ),
  )
}
