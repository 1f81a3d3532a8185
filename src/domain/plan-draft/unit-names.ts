import type { UnitGroupId, UnitId } from '@/domain/ids'
import type { UnitKind } from '@/domain/units/unit-kind-vocabulary'
import type { DraftTaskId } from './draft-ids'
import { nameKey } from './name-key'
import type { NameResolution, PlanDraft } from './plan-draft'

/** The units and groups that a written name may stand for. */
export interface NameDirectory {
  readonly units: readonly DirectoryUnit[]
  readonly groups: readonly DirectoryGroup[]
}

interface DirectoryUnit {
  readonly id: UnitId
  readonly name: string
  readonly kind: UnitKind
  readonly retiredOn: string | null
  readonly aliases: readonly { readonly alias: string }[]
}

interface DirectoryGroup {
  readonly id: UnitGroupId
  readonly name: string
  readonly memberIds: readonly UnitId[]
  readonly aliases: readonly { readonly alias: string }[]
}

/** The directory made ready for many look-ups. */
export interface NameIndex {
  readonly byKey: ReadonlyMap<string, NameResolution>
  readonly units: ReadonlyMap<UnitId, DirectoryUnit>
  readonly groups: ReadonlyMap<UnitGroupId, DirectoryGroup>
}

/** What a written name stands for at present. */
export type NameMeaning =
  | { readonly kind: 'unit'; readonly unit: DirectoryUnit; readonly isChosen: boolean }
  | {
      readonly kind: 'group'
      readonly group: DirectoryGroup
      readonly members: readonly DirectoryUnit[]
      readonly isChosen: boolean
    }
  | { readonly kind: 'not_tracked' }
  | { readonly kind: 'unresolved' }

/** One written name of a draft. */
export interface DraftName {
  readonly name: string
  readonly taskIds: readonly DraftTaskId[]
  readonly isDefault: boolean
  readonly meaning: NameMeaning
}

/** Indexes a directory by every name and alias; retired units are found only by a choice already made. */
export function indexDirectory(directory: NameDirectory): NameIndex {
  const byKey = new Map<string, NameResolution>()
  for (const unit of directory.units) {
    if (unit.retiredOn === null) byKey.set(nameKey(unit.name), { kind: 'unit', unitId: unit.id })
    for (const { alias } of unit.aliases) byKey.set(nameKey(alias), { kind: 'unit', unitId: unit.id })
  }
  for (const group of directory.groups) {
    for (const name of [group.name, ...group.aliases.map(({ alias }) => alias)])
      byKey.set(nameKey(name), { kind: 'group', groupId: group.id })
  }
  return {
    byKey,
    units: new Map(directory.units.map((unit) => [unit.id, unit])),
    groups: new Map(directory.groups.map((group) => [group.id, group])),
  }
}

/** The clerk's choice first, else the unit, group or alias of that name. */
export function meaningOf(name: string, resolutions: PlanDraft['resolutions'], index: NameIndex): NameMeaning {
  const chosen = Object.hasOwn(resolutions, name) ? resolutions[name] : undefined
  const found = chosen ?? index.byKey.get(nameKey(name))
  if (found === undefined) return { kind: 'unresolved' }
  if (found.kind === 'not_tracked') return { kind: 'not_tracked' }
  const isChosen = chosen !== undefined
  if (found.kind === 'unit') {
    const unit = index.units.get(found.unitId)
    return unit === undefined ? { kind: 'unresolved' } : { kind: 'unit', unit, isChosen }
  }
  const group = index.groups.get(found.groupId)
  return group === undefined
    ? { kind: 'unresolved' }
    : { kind: 'group', group, members: membersOf(group, index), isChosen }
}

/** The members of a group that still exist. */
function membersOf(group: DirectoryGroup, index: NameIndex): DirectoryUnit[] {
  return group.memberIds.flatMap((id) => {
    const unit = index.units.get(id)
    return unit === undefined || unit.retiredOn !== null ? [] : [unit]
  })
}

/** Every written name of the draft once; the unresolved first, the most frequent first among them. */
export function listNames(draft: PlanDraft, index: NameIndex): DraftName[] {
  const tasksByName = new Map<string, Set<DraftTaskId>>()
  for (const task of draft.tasks) {
    for (const unit of task.units) {
      const tasks = tasksByName.get(unit.name) ?? new Set<DraftTaskId>()
      tasksByName.set(unit.name, tasks.add(task.id))
    }
  }
  const defaults = new Set(draft.defaultUnits.filter((unit) => unit.isAccepted === true).map((unit) => unit.name))
  for (const name of defaults) tasksByName.set(name, new Set(draft.tasks.map((task) => task.id)))
  const names = [...tasksByName].map(([name, tasks]): DraftName => ({
    name,
    taskIds: [...tasks],
    isDefault: defaults.has(name),
    meaning: meaningOf(name, draft.resolutions, index),
  }))
  const rank = (name: DraftName): number => (name.meaning.kind === 'unresolved' ? 0 : 1)
  return names.sort((a, b) => rank(a) - rank(b) || b.taskIds.length - a.taskIds.length)
}

/** Whether the name stands for nothing yet, which keeps the plan from being issued. */
export function isUnresolved(name: DraftName): boolean {
  return name.meaning.kind === 'unresolved'
}
