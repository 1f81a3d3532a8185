import { useAddUnitAlias, useCreateUnitGroup, useImportUnits } from '@/data/units/mutations'
import { toAppError } from '@/data/errors'
import type { UnitId } from '@/domain/ids'
import { resolveNames, unresolveName } from '@/domain/plan-draft/edit-units'
import type { NameResolution } from '@/domain/plan-draft/plan-draft'
import type { UnitKind } from '@/domain/units/unit-kind-vocabulary'
import { useMemo } from 'react'
import { useDeskActions } from './use-desk'

const ALREADY_MEANT = new Set(['unit_name_already_taken', 'alias_is_unique'])

/** A unit or group that a name is to stand for. */
export type NameTarget = Exclude<NameResolution, { readonly kind: 'not_tracked' }>

export interface NewUnit {
  readonly name: string
  readonly kind: UnitKind
  readonly aliases: readonly string[]
}

/** Everything that gives a written name its meaning. What becomes an alias helps the next document too. */
export interface NameActions {
  readonly remember: (name: string, target: NameTarget) => Promise<void>
  readonly choose: (name: string, target: NameResolution) => void
  readonly forget: (name: string) => void
  readonly createUnits: (units: readonly NewUnit[]) => Promise<void>
  readonly createGroup: (name: string, memberIds: readonly UnitId[]) => Promise<void>
}

export function useNameActions(): NameActions {
  const { edit } = useDeskActions()
  const { mutateAsync: addAlias } = useAddUnitAlias()
  const { mutateAsync: importUnits } = useImportUnits()
  const { mutateAsync: createUnitGroup } = useCreateUnitGroup()
  return useMemo(() => {
    const choose = (name: string, target: NameResolution) => edit((draft) => resolveNames(draft, { [name]: target }))
    const forget = (name: string) => edit((draft) => unresolveName(draft, name))
    return {
      choose,
      forget,
      remember: async (name, target) => {
        try {
          await addAlias({
            alias: name,
            ...(target.kind === 'unit' ? { unitId: target.unitId } : { unitGroupId: target.groupId }),
          })
          forget(name)
        } catch (error) {
          // The name, or one that differs in brackets only, has a meaning already; for this plan the clerk's choice counts.
          if (!ALREADY_MEANT.has(toAppError(error).code)) throw error
          choose(name, target)
        }
      },
      createUnits: async (units) => {
        await importUnits(units.map((unit) => ({ ...unit, groups: [] })))
      },
      createGroup: async (name, memberIds) => {
        await createUnitGroup({ name, memberIds })
      },
    }
  }, [edit, addAlias, importUnits, createUnitGroup])
}
