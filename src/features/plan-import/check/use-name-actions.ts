import { useAddUnitAlias, useImportUnits, useMakeUnitGroup } from '@/data/units/mutations'
import { toAppError } from '@/data/errors'
import type { UnitId } from '@/domain/ids'
import { resolveNames, unresolveName } from '@/domain/plan-draft/edit-units'
import type { NewMember } from '@/domain/plan-draft/group-members'
import type { LikelyName, UnitToMake } from '@/domain/plan-draft/likely-meanings'
import type { NameResolution, NameTarget } from '@/domain/plan-draft/plan-draft'
import { useMemo } from 'react'
import { useDeskActions } from './use-desk'

const ALREADY_MEANT = new Set(['unit_name_already_taken', 'alias_is_unique'])

/** Everything that gives a written name its meaning. What becomes an alias helps the next document too. */
export interface NameActions {
  readonly remember: (name: string, target: NameTarget) => Promise<void>
  readonly choose: (name: string, target: NameResolution) => void
  readonly forget: (name: string) => void
  readonly createUnits: (units: readonly UnitToMake[]) => Promise<void>
  /** Makes these units, and notes the names of those that are there as their aliases. */
  readonly accept: (names: readonly LikelyName[], units: readonly UnitToMake[]) => Promise<void>
  /** A group of that name, with the units that it is the first to speak of. */
  readonly makeGroup: (name: string, memberIds: readonly UnitId[], fresh: readonly NewMember[]) => Promise<void>
}

export function useNameActions(): NameActions {
  const { edit } = useDeskActions()
  const { mutateAsync: addAlias } = useAddUnitAlias()
  const { mutateAsync: importUnits } = useImportUnits()
  const { mutateAsync: makeUnitGroup } = useMakeUnitGroup()
  return useMemo(() => {
    const choose = (name: string, target: NameResolution) => edit((draft) => resolveNames(draft, { [name]: target }))
    const forget = (name: string) => edit((draft) => unresolveName(draft, name))
    const remember = async (name: string, target: NameTarget) => {
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
    }
    const createUnits = async (units: readonly UnitToMake[]) => {
      await importUnits(units.map((unit) => ({ ...unit, groups: [] })))
    }
    return {
      choose,
      forget,
      remember,
      createUnits,
      accept: async (names, units) => {
        if (units.length > 0) await createUnits(units)
        for (const { name, likely } of names) if (likely.kind === 'known') await remember(name, likely.target)
      },
      makeGroup: async (name, memberIds, fresh) => {
        await makeUnitGroup({ name, memberIds, fresh })
      },
    }
  }, [edit, addAlias, importUnits, makeUnitGroup])
}
