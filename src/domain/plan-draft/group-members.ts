import type { UnitId } from '../ids'
import { guessUnitKind } from '../units/guess-unit-kind'
import { unitKindVocabulary, type UnitKind } from '../units/unit-kind-vocabulary'
import { nameKey } from './name-key'
import type { NameIndex } from './unit-names'

/** A unit that a pasted list of members would make. */
export interface NewMember {
  readonly name: string
  readonly kind: UnitKind
}

/** A pasted list of members: units that are there, units to be made, and what stands in the way. */
export interface MemberList {
  readonly known: readonly { readonly id: UnitId; readonly name: string }[]
  readonly fresh: readonly NewMember[]
  readonly problems: readonly string[]
}

const LONGEST_NAME = 80
/** What is an office by its name, and no street or town whose name was cut short. */
const OFFICE = /(?:局|委|委员会|部|办|办公室|厅|处|中心|法院|检察院|公司|集团|医院|学校)$/

/** What the members of a collective name are; empty when it may be anybody (各有关单位). A street has no department. */
export function memberKindsOf(groupName: string): readonly UnitKind[] {
  if (/部门/.test(groupName)) return ['department', 'institution', 'other']
  const kinds: readonly (readonly [RegExp, UnitKind])[] = [
    [/街/, 'subdistrict'],
    [/[镇乡]/, 'town'],
    [/^[各全](?:[县区市旗]|[^镇乡街]*[（(〔][县市区、，旗]+[）)〕])/, 'county_government'],
  ]
  return kinds.flatMap(([pattern, kind]) => (pattern.test(groupName) ? [kind] : []))
}

/** The kinds in words: 街道、乡镇. */
export function kindsInWords(kinds: readonly UnitKind[]): string {
  return kinds.map(unitKindVocabulary.label).join('、')
}

/**
 * Reads a pasted list, one member a line or parted by 、. Nothing is guessed away: a department is no member of 各街道, and
 * what cannot be told apart is asked for by its full name.
 */
export function parseMembers(text: string, kinds: readonly UnitKind[], index: NameIndex): MemberList {
  const names = text.split(/[\s、，,;；]+/).filter((name) => name !== '')
  const known = new Map<UnitId, string>()
  const fresh = new Map<string, NewMember>()
  const problems = new Set<string>()
  for (const name of names) {
    const member = readMember(name, kinds, index)
    if (typeof member === 'string') problems.add(member)
    else if ('id' in member) known.set(member.id, member.name)
    else fresh.set(nameKey(name), member)
  }
  return {
    known: [...known].map(([id, name]) => ({ id, name })),
    fresh: [...fresh.values()],
    problems: [...problems],
  }
}

function readMember(
  name: string,
  kinds: readonly UnitKind[],
  index: NameIndex,
): NewMember | { readonly id: UnitId; readonly name: string } | string {
  const fits = (kind: UnitKind): boolean => kinds.length === 0 || kinds.includes(kind)
  const found = index.byKey.get(nameKey(name))
  if (found?.kind === 'group') return `「${name}」是单位组，请写它的成员。`
  const unit = found?.kind === 'unit' ? index.units.get(found.unitId) : retiredUnit(name, index)
  if (unit !== undefined) {
    if (unit.retiredOn !== null) return `「${name}」已停用。`
    return fits(unit.kind) ? unit : `「${name}」是${unitKindVocabulary.label(unit.kind)}，不是${kindsInWords(kinds)}。`
  }
  if (name.length > LONGEST_NAME) return `「${name.slice(0, 10)}…」超过 ${LONGEST_NAME} 个字。`
  const kind = guessUnitKind(name)
  if (fits(kind)) return { name, kind }
  const [only, ...others] = kinds
  if (OFFICE.test(name) || kind !== 'department' || only === undefined)
    return `「${name}」看起来是${unitKindVocabulary.label(kind)}，不是${kindsInWords(kinds)}。`
  if (others.length > 0) return `「${name}」请写全名，才能分清是${kinds.map(unitKindVocabulary.label).join('还是')}。`
  return { name, kind: only }
}

/** A retired unit is found by no name, and its name is still its own. */
function retiredUnit(name: string, index: NameIndex) {
  return [...index.units.values()].find((unit) => unit.retiredOn !== null && nameKey(unit.name) === nameKey(name))
}
