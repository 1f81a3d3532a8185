import { nameKey } from '../plan-draft/name-key'
import type { TakenName, TakenNames } from './parse-unit-list'

interface Named {
  readonly name: string
  readonly aliases: readonly { readonly alias: string }[]
}

/** Every name in use and what it stands for; one name never means two things. */
export function takenNames(directory: {
  readonly units: readonly Named[]
  readonly groups: readonly Named[]
}): TakenNames {
  const taken = new Map<string, TakenName>()
  const take = (as: TakenName['as'], name: string) => taken.set(nameKey(name), { as, name })
  for (const unit of directory.units) take('unit', unit.name)
  for (const group of directory.groups) take('group', group.name)
  for (const { alias } of [...directory.units, ...directory.groups].flatMap(({ aliases }) => aliases))
    take('alias', alias)
  return taken
}
