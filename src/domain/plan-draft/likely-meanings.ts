import { suggestUnits } from '../plan-document/unit-names'
import { guessUnitKind, isCollectiveName } from '../units/guess-unit-kind'
import { splitSignboard } from '../units/signboard'
import type { UnitKind } from '../units/unit-kind-vocabulary'
import { nameKey } from './name-key'
import { suggestionsFor, type NameSuggestion } from './name-suggestions'
import type { NameTarget } from './plan-draft'
import type { NameIndex } from './unit-names'

/** What would most likely be done with a written name that stands for nothing yet. */
type LikelyMeaning =
  /** It means a unit or group that is there. */
  | {
      readonly kind: 'known'
      readonly target: NameTarget
      readonly name: string
      readonly reason: string
      readonly isCertain: boolean
    }
  /** It is a unit of its own. */
  | { readonly kind: 'new_unit'; readonly unitName: string }
  /** It is another writing of a unit that another name of the plan makes. */
  | { readonly kind: 'variant'; readonly unitName: string; readonly reason: string; readonly isCertain: boolean }
  /** It speaks of many units, which the document does not list. */
  | { readonly kind: 'group' }
  /** It can be made into no unit, and the clerk must say what it means. */
  | { readonly kind: 'unclear'; readonly reason: string }

/** A written name with its likely meaning, and what else it may mean. */
export interface LikelyName {
  readonly name: string
  readonly likely: LikelyMeaning
  readonly suggestions: readonly NameSuggestion[]
}

/** A unit to be made, with the other names it goes by. */
export interface UnitToMake {
  readonly name: string
  readonly kind: UnitKind
  readonly aliases: readonly string[]
}

/** From here on a likeness to a known unit is more than chance: a typing error, or an office that was renamed. */
const TELLING_SCORE = 0.7
const SAME_SCORE = 0.88
const LONGEST_NAME = 80

/**
 * What each unresolved name of a plan most likely means. Bracketed signboards (区委宣传部〈区新闻办〉) are one unit with the
 * name before the brackets; what only looks alike is said, and left to the clerk.
 */
export function likelyMeanings(names: readonly string[], index: NameIndex): LikelyName[] {
  const suggestions = suggestionsFor(names, index)
  const boards = boardsOfKnownUnits(names, index)
  const settled = names.map(
    (name) => boards.get(nameKey(name)) ?? settledMeaning(name, suggestions.get(name) ?? [], index),
  )
  const fresh = freshUnits(names.filter((_name, at) => settled[at] === null))
  return names.map((name, at) => ({
    name,
    likely: settled[at] ?? fresh.get(name) ?? { kind: 'new_unit', unitName: splitSignboard(name).base },
    suggestions: suggestions.get(name) ?? [],
  }))
}

/** Whether it is taken along when everything that is sure is done in one go. */
export function isSure({ likely }: LikelyName): boolean {
  return likely.kind === 'new_unit' || ((likely.kind === 'known' || likely.kind === 'variant') && likely.isCertain)
}

/**
 * The units that the accepted names make, each once, under the name before the brackets. A unit brings along all its
 * certain writings, and the signboards in its brackets that nobody else is called by.
 */
export function unitsToMake(
  accepted: readonly LikelyName[],
  all: readonly LikelyName[],
  index: NameIndex,
): UnitToMake[] {
  const wanted = new Set(accepted.flatMap(({ likely }) => unitNameOf(likely)).map(nameKey))
  const writings = [...accepted, ...all.filter((one) => !accepted.includes(one) && isSure(one))]
  const units = new Map<string, { name: string; aliases: Map<string, string> }>()
  for (const { name, likely } of writings) {
    const [unitName] = unitNameOf(likely)
    if (unitName === undefined || !wanted.has(nameKey(unitName))) continue
    const unit = units.get(nameKey(unitName)) ?? { name: unitName, aliases: new Map<string, string>() }
    units.set(nameKey(unitName), unit)
    for (const alias of [name, ...splitSignboard(name).boards]) unit.aliases.set(nameKey(alias), alias)
  }
  // A name means one thing: what is a unit, or known already, or would be claimed twice, is nobody's further name.
  const claims = [...units.values()].flatMap(({ aliases }) => [...aliases.keys()])
  const isFree = (key: string): boolean =>
    !units.has(key) && !index.byKey.has(key) && claims.indexOf(key) === claims.lastIndexOf(key)
  return [...units.values()].map(({ name, aliases }) => ({
    name,
    kind: guessUnitKind(name),
    aliases: [...aliases].flatMap(([key, alias]) => (isFree(key) ? [alias] : [])),
  }))
}

function unitNameOf(likely: LikelyMeaning): string[] {
  return likely.kind === 'new_unit' || likely.kind === 'variant' ? [likely.unitName] : []
}

/** The signboards of units that are there: in their names and aliases, and in the brackets of names in this plan. */
function boardsOfKnownUnits(names: readonly string[], index: NameIndex): Map<string, LikelyMeaning> {
  const found = new Map<string, LikelyMeaning>()
  const writings = [...index.units.values()].flatMap((unit) => [unit.name, ...unit.aliases.map(({ alias }) => alias)])
  for (const writing of [...writings, ...names]) {
    const { base, boards } = splitSignboard(writing)
    const target =
      boards.length === 0 ? undefined : (index.byKey.get(nameKey(base)) ?? index.byKey.get(nameKey(writing)))
    if (target?.kind !== 'unit') continue
    const name = index.units.get(target.unitId)?.name ?? base
    const reason = `是「${writing}」括号里的牌子。`
    for (const board of boards) {
      const other = found.get(nameKey(board))
      const isSame = other?.kind !== 'known' || other.name === name
      found.set(nameKey(board), { kind: 'known', target, name, reason, isCertain: isSame })
    }
  }
  return found
}

/** What can be said without a look at the other names; null for a name that makes a unit. */
function settledMeaning(name: string, suggestions: readonly NameSuggestion[], index: NameIndex): LikelyMeaning | null {
  const best = suggestions[0]
  if (best !== undefined && (best.isCertain || (best.score >= TELLING_SCORE && !isCollectiveName(name))))
    return { kind: 'known', target: best.target, name: best.name, reason: best.message, isCertain: best.isCertain }
  if (isCollectiveName(name)) return { kind: 'group' }
  if (name.length > LONGEST_NAME) return { kind: 'unclear', reason: `超过 ${LONGEST_NAME} 个字，不像单位名称。` }
  const { base } = splitSignboard(name)
  const retired = [...index.units.values()].find(
    (unit) => unit.retiredOn !== null && nameKey(unit.name) === nameKey(base),
  )
  if (retired !== undefined)
    return { kind: 'unclear', reason: `「${retired.name}」已停用。请对应到现在的单位，或先在单位页恢复它。` }
  return null
}

/** Names that make units, told apart from other writings of the same units. */
function freshUnits(names: readonly string[]): Map<string, LikelyMeaning> {
  const meanings = new Map<string, LikelyMeaning>()
  const bases = [
    ...new Map(names.map((name) => [nameKey(splitSignboard(name).base), splitSignboard(name).base])).values(),
  ]
  const makers = new Set<string>()
  // The plain name makes the unit; where it is nowhere written, the first that bears a signboard does.
  for (const name of [...names].sort((a, b) => splitSignboard(a).boards.length - splitSignboard(b).boards.length)) {
    const { base } = splitSignboard(name)
    const other = otherWriting(name, base, names, bases)
    if (other !== null) meanings.set(name, other)
    else if (makers.has(nameKey(base)))
      meanings.set(name, { kind: 'variant', unitName: base, reason: `与「${base}」是同一单位。`, isCertain: true })
    else {
      makers.add(nameKey(base))
      meanings.set(name, { kind: 'new_unit', unitName: base })
    }
  }
  return meanings
}

/** A signboard that stands alone, or a short form of a fuller name. */
function otherWriting(
  name: string,
  base: string,
  names: readonly string[],
  bases: readonly string[],
): LikelyMeaning | null {
  const bearers = names.filter((other) =>
    splitSignboard(other).boards.some((board) => nameKey(board) === nameKey(name)),
  )
  const owners = new Set(bearers.map((bearer) => nameKey(splitSignboard(bearer).base)))
  const [bearer] = bearers
  if (bearer !== undefined && !owners.has(nameKey(name))) {
    const reason = `是「${bearer}」括号里的牌子。`
    return { kind: 'variant', unitName: splitSignboard(bearer).base, reason, isCertain: owners.size === 1 }
  }
  const fuller = suggestUnits(
    base,
    bases.filter((other) => other.length > base.length).map((other) => ({ name: other })),
  ).find(({ score }) => score >= SAME_SCORE)
  if (fuller === undefined) return null
  const reason = `可能是「${fuller.unit.name}」的简称。`
  return { kind: 'variant', unitName: fuller.unit.name, reason, isCertain: false }
}
