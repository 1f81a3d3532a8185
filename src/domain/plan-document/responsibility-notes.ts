import type { SourceSpan } from '@/lib/document-text/source-document'
import { looksLikeUnit, withoutAndOthers } from './unit-shape'
import { trimSpan, type SourceText } from './source-text'
import { parseUnitList } from './unit-list'
import type { ParsedDefaultUnit, UnitRole } from './types'

const FIRST_LEADS =
  /(?:列|排|位|名)?(?:在|于|名)?(?:第一|首|最前|前列)(?:位|个|名)?(?:的|者|的单位|单位|责任单位)?(?:均)?(?:为|是|作为)(?:总)?(?:牵头|主办|主责)/
const NOT_REPEATED =
  /(?:不再|不另|不一)(?:一一|逐一|单独|重复|另行)?(?:列出|列|列明|做分工|分工|赘述|标注|注明|重复|罗列|说明)|以下(?:省略|略|同)|下同/
const FOR_ALL = /均|都|一并|共同责任/

/** Whether a sentence speaks of all tasks instead of naming the units of one. */
export function isNoteSentence(folded: string): boolean {
  if (!/[位首]|不再|不另|不一|下同|以下|本[要方计通]|各项/.test(folded)) return false
  const bare = folded.replace(/\s/g, '')
  return (
    FIRST_LEADS.test(bare) ||
    NOT_REPEATED.test(bare) ||
    /^(?:以下|本(?:要点|方案|计划|通知)|各项).{0,12}(?:均|都)/.test(bare)
  )
}

/** Where the note begins in "责任单位：A、B等，列第一位的为牵头单位，下同": after the names. */
export function startOfNote(folded: string, sentence: SourceSpan): number {
  for (let at = sentence.end - 1; at > sentence.start; at -= 1) {
    if (folded[at] !== ',') continue
    const before = folded.slice(sentence.start, at).replace(/\s/g, '')
    const name = withoutAndOthers(/[^、,:]*$/.exec(before)?.[0] ?? '')
    const isNamed = looksLikeUnit(name) && !isNoteSentence(before) && !FOR_ALL.test(before)
    if (isNamed && isNoteSentence(folded.slice(at + 1, sentence.end))) return at + 1
  }
  return sentence.start
}

/** Where a text says that the first unit of each list leads; null when it does not. */
export function findFirstLeads(folded: string): number | null {
  const match = FIRST_LEADS.exec(folded)
  return match === null ? null : match.index
}

/** The sentences of a range that make a unit responsible for all tasks. */
export function findDefaultUnits(text: SourceText, start: number, end: number): ParsedDefaultUnit[] {
  const found: ParsedDefaultUnit[] = []
  const part = text.folded.slice(start, end)
  let reach = 0
  for (const place of placesOf(part, ['不再', '不另', '不一', '下同', '以下省略'])) {
    if (place < reach) continue
    const sentence = sentenceAround(text.folded, start + place, start, end)
    reach = sentence.end - start
    found.push(...unitsOfSentence(text, sentence))
  }
  return found
}

/** Every place of any of the words, in text order. */
function placesOf(part: string, words: readonly string[]): number[] {
  const places: number[] = []
  for (const word of words) {
    for (let at = part.indexOf(word); at >= 0; at = part.indexOf(word, at + 1)) places.push(at)
  }
  return places.sort((a, b) => a - b)
}

function sentenceAround(folded: string, at: number, start: number, end: number): SourceSpan {
  let from = at
  while (from > start && at - from < 160 && !/[。;([]/.test(folded[from - 1] ?? '')) from -= 1
  // A bracket inside the sentence belongs to a name: 各县〔市、区〕.
  while (from > start && /[([]/.test(folded[from - 1] ?? '') && isInsideName(folded, from)) {
    from -= 1
    while (from > start && at - from < 200 && !/[。;([]/.test(folded[from - 1] ?? '')) from -= 1
  }
  let to = at
  let depth = 0
  while (to < end && to - at < 80) {
    const character = folded[to] ?? ''
    if ('(['.includes(character)) depth += 1
    if (')]'.includes(character)) depth -= 1
    if (depth < 0 || character === '。' || character === '\n') break
    to += 1
  }
  return trimSpan(folded, from, to)
}

function isInsideName(folded: string, from: number): boolean {
  const close = folded.slice(from, from + 16).search(/[)\]]/)
  return close >= 0
}

function unitsOfSentence(text: SourceText, sentence: SourceSpan): ParsedDefaultUnit[] {
  const folded = text.folded.slice(sentence.start, sentence.end)
  if (!FOR_ALL.test(folded) || !NOT_REPEATED.test(folded.replace(/\s/g, ''))) return []
  const names = namesOfSentence(folded)
  if (names === null) return []
  const role: UnitRole = /牵头单位|牵头负责/.test(folded)
    ? 'lead'
    : /配合单位|配合/.test(folded)
      ? 'supporting'
      : 'responsible'
  const list = parseUnitList(text, sentence.start + names.start, sentence.start + names.end, role)
  const said = text.source.slice(sentence.start, sentence.end)
  return list.units
    .filter((unit) => looksLikeUnit(text.folded.slice(unit.start, unit.end)))
    .map((unit) => ({
      name: unit.name,
      role,
      text: said,
      start: sentence.start,
      end: sentence.end,
    }))
}

/** "均需A作为责任单位", "均涉及A、B，" or "A、B均为责任单位". */
function namesOfSentence(folded: string): { start: number; end: number } | null {
  const after =
    /(?:均|都)(?:应|须|需|要|由|涉及|包括|包含|含|需要|需由|应由|还?涉及|要求|请)+(?:到)?(?:将|以)?(.{2,60}?)(?:作为|为|是|共同|负责|配合|落实|参与|,|$)/.exec(
      folded,
    )
  if (after?.[1] !== undefined) {
    const start = after.index + after[0].indexOf(after[1])
    return { start, end: start + after[1].length }
  }
  const before =
    /(?:^|[,:]|(?:任务|工作|事项|措施|条款)(?:的责任单位)?)([^,:]{2,60}?)(?:均|都)(?:为|是|作为|列为|要|应|须|需)/.exec(
      folded,
    )
  if (before?.[1] === undefined) return null
  const start = before.index + before[0].indexOf(before[1])
  return { start, end: start + before[1].length }
}
