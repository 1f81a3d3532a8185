import { foldText } from './fold-text'
import { editDistance } from './edit-distance'
import { abbreviationOf, isAbbreviation } from './unit-abbreviations'

/** A unit the office knows. */
interface KnownUnit {
  readonly name: string
  readonly aliases?: readonly string[]
  /** A group such as 各街道, which expands to its members. */
  readonly isGroup?: boolean
}

type SuggestionReason = 'same' | 'alias' | 'base_name' | 'short_form' | 'group' | 'similar'

/** A known unit that a written name may mean. */
interface Suggestion<Unit> {
  readonly unit: Unit
  readonly reason: SuggestionReason
  /** zh-CN, for the check screen. */
  readonly message: string
  /** 1 is certain. */
  readonly score: number
}

const LEAST_SIMILARITY = 0.6
const MOST_SUGGESTIONS = 5

/** Writes a unit's name in one form: simplified, half width, round brackets, no white space. */
export function normalizeUnitName(name: string): string {
  return foldText(name.normalize('NFKC'))
    .replace(/[\s·.]/g, '')
    .replace(/[[<]/g, '(')
    .replace(/[\]>]/g, ')')
    .replace(/^[、,;:]+|[、,;:。]+$/g, '')
}

/** Suggests which known units a written name means, the best first; equal scores keep the given order. */
export function suggestUnits<Unit extends KnownUnit>(name: string, knownUnits: readonly Unit[]): Suggestion<Unit>[] {
  const written = normalizeUnitName(name)
  if (written === '') return []
  const found = knownUnits.flatMap((unit) => {
    const suggestion = suggest(written, unit)
    return suggestion === null ? [] : [suggestion]
  })
  return found.sort((a, b) => b.score - a.score).slice(0, MOST_SUGGESTIONS)
}

function suggest<Unit extends KnownUnit>(written: string, unit: Unit): Suggestion<Unit> | null {
  const known = normalizeUnitName(unit.name)
  const aliases = (unit.aliases ?? []).map(normalizeUnitName)
  const make = (reason: SuggestionReason, score: number, message: string) => ({ unit, reason, message, score })
  if (written === known) return make('same', 1, `与“${unit.name}”写法一致（不计繁简、括号和空格）。`)
  if (aliases.includes(written)) return make('alias', 0.99, `是“${unit.name}”的别名。`)
  const base = withoutSignboard(written)
  if (base !== written && (base === known || aliases.includes(base)))
    return make('base_name', 0.96, `去掉括号里的牌子后就是“${unit.name}”。`)
  if (signboards(written).some((board) => board === known || aliases.includes(board)))
    return make('base_name', 0.7, `“${unit.name}”是括号里的牌子。`)
  if (unit.isGroup === true && isSameGroup(written, [known, ...aliases]))
    return make('group', 0.9, `可能是单位组“${unit.name}”。`)
  if (isShortForm(base, [known, ...aliases])) return make('short_form', 0.88, `可能是“${unit.name}”的简称或全称。`)
  const similarity = Math.max(...[known, ...aliases].map((other) => similarityOf(base, other)))
  if (similarity < LEAST_SIMILARITY || (unit.isGroup === true) !== /^(?:各|其他|有关|相关)/.test(written)) return null
  return make(
    'similar',
    similarity * 0.85,
    `与“${unit.name}”有${Math.round(similarity * 100)}%相似，可能是笔误或改名。`,
  )
}

function withoutSignboard(name: string): string {
  return name.replace(/\([^()]*\)$/, '')
}

function signboards(name: string): string[] {
  return (/\(([^()]*)\)$/.exec(name)?.[1] ?? '').split(/[、,]/).filter((board) => board !== '')
}

function isShortForm(written: string, names: readonly string[]): boolean {
  return names.some((name) => isAbbreviation(written, name) || isAbbreviation(name, written))
}

/** 各街镇 · 各镇街 · 各镇（街道）: the same words in another order. */
function isSameGroup(written: string, names: readonly string[]): boolean {
  const words = groupWords(written)
  return words !== '' && names.some((name) => groupWords(name) === words)
}

function groupWords(name: string): string {
  if (!/^(?:各|其他|全)/.test(name)) return ''
  const bare = name
    .replace(/人民政府|政府|办事处|管委会|管理委员会|[()、各其他]/g, '')
    .replace(/街道/g, '街')
    .replace(/乡镇/g, '镇乡')
  return [...bare].sort().join('')
}

function similarityOf(a: string, b: string): number {
  const left = abbreviationOf(a)
  const right = abbreviationOf(b)
  const longest = Math.max(left.length, right.length)
  return longest === 0 ? 0 : 1 - editDistance(left, right) / longest
}
