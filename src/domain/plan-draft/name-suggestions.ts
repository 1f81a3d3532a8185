import { suggestUnits } from '../plan-document/unit-names'
import type { NameTarget } from './plan-draft'
import type { NameIndex } from './unit-names'

/** A unit or group that a written name may mean. */
export interface NameSuggestion {
  readonly target: NameTarget
  readonly name: string
  readonly message: string
  /** 1 is certain. */
  readonly score: number
  /** Sure enough, and far enough ahead of the next one, to be taken along with others. */
  readonly isCertain: boolean
}

interface KnownTarget {
  readonly target: NameTarget
  readonly name: string
  readonly aliases: readonly string[]
  readonly isGroup?: boolean
}

const MOST_SHOWN = 3
const CERTAIN_SCORE = 0.88
const CERTAIN_LEAD = 0.05

/** What each name may mean, the best first. */
export function suggestionsFor(
  names: readonly string[],
  index: NameIndex,
): ReadonlyMap<string, readonly NameSuggestion[]> {
  const known = knownUnits(index)
  return new Map(names.map((name) => [name, suggestionsOf(name, known)]))
}

function suggestionsOf(name: string, known: readonly KnownTarget[]): NameSuggestion[] {
  const found = suggestUnits(name, known)
  return found.slice(0, MOST_SHOWN).map((suggestion, at) => ({
    target: suggestion.unit.target,
    name: suggestion.unit.name,
    message: suggestion.message,
    score: suggestion.score,
    isCertain:
      at === 0 && suggestion.score >= CERTAIN_SCORE && suggestion.score - (found[1]?.score ?? 0) >= CERTAIN_LEAD,
  }))
}

function knownUnits(index: NameIndex): KnownTarget[] {
  const aliasesOf = (one: { readonly aliases: readonly { readonly alias: string }[] }) =>
    one.aliases.map(({ alias }) => alias)
  const units = [...index.units.values()].filter((unit) => unit.retiredOn === null)
  return [
    ...units.map((unit) => ({
      target: { kind: 'unit' as const, unitId: unit.id },
      name: unit.name,
      aliases: aliasesOf(unit),
    })),
    ...[...index.groups.values()].map((group) => ({
      target: { kind: 'group' as const, groupId: group.id },
      name: group.name,
      aliases: aliasesOf(group),
      isGroup: true,
    })),
  ]
}
