import { nameKey } from '@/domain/plan-draft/name-key'

interface FindableUnit {
  readonly name: string
  readonly retiredOn: string | null
  readonly aliases: readonly { readonly alias: string }[]
  readonly groups: readonly string[]
  /** Undefined while nobody knows. */
  readonly accounts: number | undefined
}

interface UnitFilter {
  readonly words: string
  /** Retired ones too; else they are left out. */
  readonly retired: boolean
  /** Those alone that nobody can sign in for. */
  readonly accountless: boolean
}

/** Whether a unit is shown under a filter. */
export function keepsUnit(unit: FindableUnit, { words, retired, accountless }: UnitFilter): boolean {
  if (unit.retiredOn !== null && !retired) return false
  if (accountless && unit.accounts !== 0) return false
  const wanted = nameKey(words)
  const names = [unit.name, ...unit.aliases.map(({ alias }) => alias), ...unit.groups]
  return wanted === '' || names.some((name) => nameKey(name).includes(wanted))
}
