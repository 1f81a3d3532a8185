import type { SourceSpan } from '@/lib/document-text/source-document'
import type { Brackets } from './brackets'
import { isNoteSentence, startOfNote } from './responsibility-notes'
import { labelAt, roleAtEnd } from './roles'
import { isBlank, trimSpan, type SourceText } from './source-text'
import { parseUnitList, type UnitList } from './unit-list'
import type { ParsedUnit, UnitRole } from './types'
import { findUnitSentences } from './unit-sentences'
import { looksLikeUnit } from './unit-shape'

/** Where a document says who does a task. */
export interface Statement extends SourceSpan {
  readonly lists: readonly UnitList[]
  readonly units: readonly ParsedUnit[]
  /** Sentences about all tasks: 列第一位的为牵头单位，下同. */
  readonly notes: readonly SourceSpan[]
  readonly deadlines: readonly SourceSpan[]
  readonly isUnclosed: boolean
}

/** "教委负责" is a list; "试行" is none. */
const SHORTEST_LIST = 4

/** Finds the responsibility brackets and lines of a text. `breaks` are the starts of items, in order. */
export function findStatements(text: SourceText, brackets: Brackets, breaks: readonly number[]): Statement[] {
  const found: Statement[] = []
  for (const pair of brackets.closed) {
    const inner = { start: pair.start + 1, end: pair.end - 1 }
    if (inner.end - inner.start < SHORTEST_LIST) continue
    if (isResponsibility(text.folded, pair, inner)) found.push(readStatement(text, pair, inner, false))
  }
  for (const one of unclosedStatements(text, brackets, breaks)) found.push(one)
  for (const one of labelledLines(text, breaks)) found.push(one)
  for (const one of findUnitSentences(text.folded)) found.push(readStatement(text, one, one, false))
  found.sort((a, b) => a.start - b.start || b.end - a.end)
  let reach = -1
  return found.filter((statement) => {
    if (statement.start < reach) return false
    reach = statement.end
    return true
  })
}

function isResponsibility(folded: string, pair: SourceSpan, inner: SourceSpan): boolean {
  const from = trimSpan(folded, inner.start, inner.end).start
  const label = labelAt(folded, from)
  if (label !== null) return label.kind !== 'other' || /牵头单位|责任单位/.test(folded.slice(from, inner.end))
  if (!isAtSentenceEnd(folded, pair)) return false
  const bare = folded.slice(inner.start, inner.end).replace(/\s/g, '')
  const first = bare.split(/[。;]/)[0] ?? ''
  if (/^(?:以下|含|包括|即|如|其中|不|指|见|试行|暂行|\d)/.test(first) || /谁/.test(first)) return false
  const names = first.split(/[、,]/).map((name) => name.trim())
  const words = names.map((name) => roleAtEnd(name))
  if (words.some((word) => word !== null)) return names.some((name, index) => isNamed(name, words[index]?.nameLength))
  return (
    names.length > 0 &&
    names.every((name) => looksLikeUnit(name)) &&
    /(?:局|委|办|部|厅|室|政府|单位|部门|科|街道|[乡镇])$/.test(first)
  )
}

function isNamed(name: string, length: number | undefined): boolean {
  return (
    looksLikeUnit(name.slice(0, length ?? name.length).replace(/等.*$/, '')) ||
    /等(?:有关|相关)?(?:部门|单位)/.test(name)
  )
}

/** A bracket without a label counts only where a sentence or an item ends. */
function isAtSentenceEnd(folded: string, pair: SourceSpan): boolean {
  let before = pair.start - 1
  while (before >= 0 && isBlank(folded, before)) before -= 1
  let after = pair.end
  while (after < folded.length && folded[after] === ' ') after += 1
  return /[。;!?:”》)\]]/.test(folded[before] ?? '') || /^(?:[。;\n]|$)/.test(folded.slice(after, after + 1))
}

function readStatement(text: SourceText, span: SourceSpan, inner: SourceSpan, isUnclosed: boolean): Statement {
  const lists: UnitList[] = []
  const notes: SourceSpan[] = []
  let role: UnitRole | null = null
  let from = inner.start
  for (const sentence of sentences(text.folded, inner)) {
    if (isNoteSentence(text.folded.slice(sentence.start, sentence.end))) {
      const start = startOfNote(text.folded, sentence)
      if (start > from) lists.push(parseUnitList(text, from, start, role))
      notes.push({ start, end: sentence.end })
      from = sentence.end
    }
    role = null
  }
  if (from < inner.end) lists.push(parseUnitList(text, from, inner.end, role))
  return {
    ...span,
    lists,
    units: lists.flatMap((list) => list.units),
    notes,
    deadlines: lists.flatMap((list) => list.deadlines),
    isUnclosed,
  }
}

function sentences(folded: string, inner: SourceSpan): SourceSpan[] {
  const found: SourceSpan[] = []
  let from = inner.start
  for (const [stop] of folded.slice(inner.start, inner.end).matchAll(/[^。;]*[。;]?/g)) {
    const length = /[。;]$/.test(stop) ? stop.length - 1 : stop.length
    if (length > 0) found.push({ start: from, end: from + length })
    from += stop.length
  }
  return found
}

/** "（责任单位：…" that never closes ends with its line or where the next item begins. */
function unclosedStatements(text: SourceText, brackets: Brackets, breaks: readonly number[]): Statement[] {
  const { folded } = text
  return brackets.unclosed.flatMap((open) => {
    const from = trimSpan(folded, open + 1, Math.min(open + 12, folded.length)).start
    const label = labelAt(folded, from)
    if (label === null ? !opensAfterSentence(folded, open) : label.kind === 'other') return []
    const end = endOfList(folded, label?.end ?? from, breaks)
    const inner = { start: open + 1, end }
    if (label === null && !isResponsibility(folded, { start: open, end: end + 1 }, inner)) return []
    return [readStatement(text, { start: open, end }, inner, true)]
  })
}

function opensAfterSentence(folded: string, open: number): boolean {
  return /[。;]\s*$/.test(folded.slice(Math.max(0, open - 4), open)) && !/[()[\]<>]/.test(folded[open + 1] ?? ')')
}

/** "责任单位：市司法局" in a line of its own or after the text. */
function labelledLines(text: SourceText, breaks: readonly number[]): Statement[] {
  const found: Statement[] = []
  const colon = /:/g
  let reach = 0
  for (const match of text.folded.matchAll(colon)) {
    if (match.index < reach) continue
    const start = labelStart(text.folded, match.index)
    const label = start === null ? null : labelAt(text.folded, start)
    if (start === null || label === null || label.end !== match.index + 1 || label.kind === 'other') continue
    const end = endOfList(text.folded, label.end, breaks)
    found.push(readStatement(text, { start, end }, { start, end }, false))
    reach = end
  }
  return found
}

/** Walks back from a colon to the boundary its label begins at. */
function labelStart(folded: string, colon: number): number | null {
  for (let index = colon - 1; index >= 0 && index >= colon - 24; index -= 1) {
    if (!/[\s。;,)\]”]/.test(folded[index] ?? '')) continue
    const start = index + 1
    const label = start < colon ? labelAt(folded, start) : null
    if (label !== null && label.end === colon + 1) return start
    if (folded[index] !== ' ' && folded[index] !== ')') return null
  }
  return colon < 24 && labelAt(folded, 0)?.end === colon + 1 ? 0 : null
}

function endOfList(folded: string, from: number, breaks: readonly number[]): number {
  const limit = Math.min(nextBreak(breaks, from), from + 700, folded.length)
  let index = from
  while (index < limit) {
    const character = folded[index] ?? ''
    if (character === '。' || character === '\t' || character === '|') return index
    if ((character === ' ' || character === '\n') && !continuesList(folded, from, index, limit))
      return trimSpan(folded, from, index).end
    index += 1
  }
  return trimSpan(folded, from, limit).end
}

function nextBreak(breaks: readonly number[], from: number): number {
  let low = 0
  let high = breaks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((breaks[middle] ?? 0) < from) low = middle + 1
    else high = middle
  }
  return breaks[low] ?? Number.POSITIVE_INFINITY
}

/** Whether a list goes on after white space: after a comma, inside a name, before another name. */
function continuesList(folded: string, from: number, at: number, limit: number): boolean {
  let before = at - 1
  while (before >= from && isBlank(folded, before)) before -= 1
  if (before < from) return !folded.slice(from, nextWord(folded, at, limit)).includes('\n\n\n')
  let next = nextWord(folded, at, limit)
  if (next >= limit) return false
  if (/[、,;(<[]/.test(folded[before] ?? '')) return true
  if (
    folded[next] === '(' &&
    looksLikeUnit(folded.slice(Math.max(from, before - 6), before + 1).replace(/^.*[、,;:\s]/s, '')) &&
    !/\n\s*\n/.test(folded.slice(before + 1, next))
  )
    return true
  if (labelAt(folded, next) !== null) return true
  const gap = folded.slice(before + 1, next)
  const lastName = /[^、,;:。\s]*$/.exec(folded.slice(Math.max(from, before - 40), before + 1))?.[0] ?? ''
  const isWhole = looksLikeUnit(lastName) || roleAtEnd(lastName) !== null
  const word = /^[^、,;:。\s]{1,40}/.exec(folded.slice(next, limit))?.[0] ?? ''
  next += word.length
  const isListed = looksLikeUnit(word) && /^[、,;。\s]/.test(folded.slice(next, next + 1) || '\n')
  if (/\n\s*\n/.test(gap)) return false
  return isWhole ? isListed : gap.length <= 2 && looksLikeUnit(lastName + word)
}

function nextWord(folded: string, at: number, limit: number): number {
  let next = at
  while (next < limit && isBlank(folded, next)) next += 1
  return next
}
