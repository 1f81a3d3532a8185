import { nameKey } from '@/domain/plan-draft/name-key'

interface FindableUnit {
  readonly name: string
  readonly retiredOn: string | null
  readonly aliases: readonly { readonly alias: string }[]
  readonly groups: readonly string[]
}

/** Whether a unit is shown for these words; retired ones only when asked for. */
export function keepsUnit(unit: FindableUnit, words: string, withRetired: boolean): boolean {
  if (unit.retiredOn !== null && !withRetired) return false
  const wanted = nameKey(words)
  const names = [unit.name, ...unit.aliases.map(({ alias }) => alias), ...unit.groups]
  return wanted === '' || names.some((name) => nameKey(name).includes(wanted))
}
