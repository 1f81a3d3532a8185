import { findDates } from './date-expressions'
import { labelAt, lengthWithoutManner, roleAtEnd, type LabelKind } from './roles'
import { isBlank, trimSpan, writtenText, type SourceText } from './source-text'
import type { ParsedUnit, UnitRole } from './types'
import {
  areWholeNames,
  isBareLevel,
  isOneGroup,
  isPerson,
  looksLikeUnit,
  startsLikeUnit,
  withoutAndOthers,
} from './unit-shape'

/** What stands between two names. */
const SEPARATORS = new Set(['、', ',', ';', '。', '|', '/', '\t'])
const OPENERS = '([<《“'
const CLOSERS = ')]>》”'
const EMPTY = /^[/—\-–_*无略空]*$|^(?:以下|下同|简称|统称)/
const LONGEST_NAME = 60

interface Piece {
  readonly start: number
  readonly end: number
  /** Without white space. */
  readonly bare: string
}

export interface UnitList {
  readonly units: readonly ParsedUnit[]
  /** No word of the list says who leads. */
  readonly isPlain: boolean
  /** A "会同" joins names whose roles the words leave open. */
  readonly hasJoint: boolean
  /** Passages after a label of another kind: 完成时限：… */
  readonly deadlines: readonly { readonly start: number; readonly end: number }[]
}

/** Reads the names and roles of a responsibility list, in a bracket, after a label or in a cell. */
export function parseUnitList(text: SourceText, start: number, end: number, role: UnitRole | null): UnitList {
  const reader = new UnitListReader(text, role)
  for (const piece of splitPieces(text.folded, start, end)) reader.take(piece)
  return reader.finish()
}

class UnitListReader {
  private readonly units: ParsedUnit[] = []
  private readonly deadlines: { start: number; end: number }[] = []
  private pending: ParsedUnit[] = []
  private kind: LabelKind | null
  private hasRoleWord = false
  private hasJoint = false

  constructor(
    private readonly text: SourceText,
    private readonly role: UnitRole | null,
  ) {
    this.kind = role
  }

  take(piece: Piece): void {
    const label = labelAt(this.text.folded, piece.start)
    if (label !== null && label.end <= piece.end) {
      this.flush()
      this.kind = label.kind
      if (label.kind === 'lead' || label.kind === 'supporting') this.hasRoleWord = true
      const rest = trimSpan(this.text.folded, label.end, piece.end)
      if (rest.end > rest.start) this.takeNames(rest.start, rest.end)
      return
    }
    this.takeNames(piece.start, piece.end)
  }

  finish(): UnitList {
    this.flush()
    return {
      units: this.units,
      isPlain: !this.hasRoleWord && this.role !== 'lead' && this.role !== 'supporting',
      hasJoint: this.hasJoint,
      deadlines: this.deadlines,
    }
  }

  private takeNames(start: number, end: number): void {
    if (this.kind === 'deadline') this.deadlines.push({ start, end })
    if (this.kind === 'deadline' || this.kind === 'person' || this.kind === 'other') return
    if (isTimeWords(bareText(this.text.folded, start, end))) {
      this.deadlines.push({ start, end })
      return
    }
    for (const joint of splitJoint(this.text.folded, start, end)) {
      if (joint.isJoint) this.hasJoint = true
      this.takeName(joint.start, joint.end)
    }
  }

  private takeName(start: number, end: number): void {
    const bare = bareText(this.text.folded, start, end)
    if (EMPTY.test(bare) || bare.length > LONGEST_NAME * 2) return
    const roleWord = roleAtEnd(bare)
    const named = roleWord === null ? lengthWithoutManner(bare) : roleWord.nameLength
    const nested = nestedRole(bare.slice(0, named))
    const name = withoutAndOthers(withoutLeadingWords(nested.name))
    if (name !== '' && name.length <= LONGEST_NAME && !isPerson(name)) this.add(start, nested.name, name, nested.role)
    if (roleWord !== null) this.flush(roleWord.role)
  }

  private add(from: number, withLead: string, name: string, role: UnitRole | null): void {
    const skipped = withLead.length - withoutLeadingWords(withLead).length
    const start = advance(this.text.folded, from, skipped)
    const end = advance(this.text.folded, start, name.length)
    const span = trimSpan(this.text.folded, start, end)
    const unit = { name: writtenText(this.text, span.start, span.end), ...span, role: role ?? 'responsible' }
    if (role === null) this.pending.push(unit)
    else {
      this.hasRoleWord = true
      this.flush()
      this.units.push(unit)
    }
  }

  /** Names without a word of their own take the role of the word that closes them, else of the label. */
  private flush(role?: UnitRole): void {
    const labelled =
      this.kind === 'lead' || this.kind === 'supporting' || this.kind === 'responsible' ? this.kind : null
    const given = role ?? labelled ?? 'responsible'
    if (role === 'lead' || role === 'supporting') this.hasRoleWord = true
    const settled = role === 'responsible' && labelled !== null ? labelled : given
    this.units.push(...this.pending.map((unit) => ({ ...unit, role: settled })))
    this.pending = []
  }
}

/** "（市水利局牵头，12月底前完成）": a date among the names. */
function isTimeWords(bare: string): boolean {
  if (bare.length > 24 || bare.length < 2) return false
  if (/^(?:持续推进|长期坚持|长期推进|常年坚持|持续坚持|全年推进|长期|常态化推进|持续实施)$/.test(bare)) return true
  return (
    /^(?:到|于|在|力争)?(?:\d|[一二三四五六七八九十上下第年今明每])/.test(bare) &&
    findDates(bare).some((date) => date.end - date.start >= 2) &&
    !looksLikeUnit(bare.replace(/^.*?[底末前内]/, ''))
  )
}

function bareText(folded: string, start: number, end: number): string {
  return folded.slice(start, end).replace(/\s/g, '')
}

/** The place after `count` characters that are not white space. */
function advance(folded: string, from: number, count: number): number {
  let at = from
  let left = count
  while (at < folded.length && (left > 0 || isBlank(folded, at))) {
    if (!isBlank(folded, at)) left -= 1
    at += 1
    if (left === 0) break
  }
  return at
}

/** "市司法局（牵头）": the role stands in the name's own bracket. */
function nestedRole(name: string): { readonly name: string; readonly role: UnitRole | null } {
  const match = /^(.+)[([<](牵头|主办|主责|负责|责任|配合|协办|协助|参与|落实)(?:单位|部门)?[)\]>]$/.exec(name)
  const word = match?.[2]
  if (match === null || word === undefined) return { name, role: null }
  if (/牵头|主/.test(word)) return { name: match[1] ?? name, role: 'lead' }
  return { name: match[1] ?? name, role: /配合|协|参与/.test(word) ? 'supporting' : 'responsible' }
}

function withoutLeadingWords(name: string): string {
  const shorter = name.replace(/^(?:由|请|以及|以上|和|及|与|并|会同|:|—+(?=[^—]))/, '')
  return looksLikeUnit(shorter) || shorter.length >= 2 ? shorter : name
}

/** Splits at separators outside brackets, then puts group names together that hold a "、". */
function splitPieces(folded: string, start: number, end: number): Piece[] {
  const pieces: Piece[] = []
  let depth = 0
  let from = start
  for (let index = start; index <= end; index += 1) {
    const character = index < end ? (folded[index] ?? '') : '、'
    if (index < end && folded.charCodeAt(index) >= 0x3020) continue
    if (OPENERS.includes(character)) depth += 1
    else if (CLOSERS.includes(character)) depth = Math.max(0, depth - 1)
    const isEnd = index === end || (depth === 0 && isSeparatorAt(folded, from, index, end, character))
    if (!isEnd) continue
    const span = trimSpan(folded, from, index)
    if (span.end > span.start) addPiece(pieces, folded, span.start, span.end, folded[from - 1] === '、')
    from = index + (SEPARATORS.has(character) ? 1 : 0)
    depth = 0
  }
  return pieces
}

function addPiece(pieces: Piece[], folded: string, start: number, end: number, afterComma: boolean): void {
  const bare = bareText(folded, start, end)
  const previous = pieces.at(-1)
  const label = previous === undefined ? null : labelAt(folded, previous.start)
  const left = previous === undefined ? '' : bareText(folded, label?.end ?? previous.start, previous.end)
  if (previous !== undefined && afterComma && isOneGroup(left, bare)) {
    pieces.pop()
    pieces.push({ start: previous.start, end, bare: bareText(folded, previous.start, end) })
  } else pieces.push({ start, end, bare })
}

/** White space parts two names only where both sides are whole names. */
function isSeparatorAt(folded: string, from: number, index: number, end: number, character: string): boolean {
  if (SEPARATORS.has(character)) return true
  if (character !== ' ' && character !== '\n') return false
  if (isBlank(folded, index - 1) && index > from) return false
  let next = index
  while (next < end && isBlank(folded, next)) next += 1
  if (labelAt(folded, next) !== null) return true
  if (/[([<]/.test(folded[next] ?? '')) return false
  const opening = trimSpan(folded, from, index).start
  const before = bareText(folded, labelAt(folded, opening)?.end ?? opening, index)
  if (before === '' || !(looksLikeUnit(before) || roleAtEnd(before) !== null)) return false
  const after = /^[^、,;。|\s]{1,40}/.exec(folded.slice(next, Math.min(end, next + 40)))?.[0] ?? ''
  return (
    looksLikeUnit(after) &&
    (startsLikeUnit(after) ||
      areWholeNames(before, after) ||
      (/\n/.test(folded.slice(index, next)) && !/^.{1,6}分局$/.test(after)))
  )
}

interface Joint {
  readonly start: number
  readonly end: number
  readonly isJoint: boolean
}

/** Parts "市司法局会同市财政局" and "市教育局和市财政局", but not "自然资源和规划局". */
function splitJoint(folded: string, start: number, end: number): Joint[] {
  const written = folded.slice(start, end)
  const joint = /^[^()[\]<>《“]{2,40}?(会同|会商|商)(?=.{2})/.exec(written)
  if (joint !== null && looksLikeUnit(bareText(joint[0].slice(0, -(joint[1] ?? '').length), 0, 40))) {
    const cut = start + joint[0].length
    return [{ start, end: cut - (joint[1] ?? '').length, isJoint: true }, ...splitJoint(folded, cut, end)]
  }
  for (const match of written.matchAll(/以及|[和及与会]/g)) {
    const left = written.slice(0, match.index).replace(/\s/g, '')
    const right = written.slice(match.index + match[0].length).replace(/\s/g, '')
    if (!looksLikeUnit(left) || /[([<]/.test(left) || !startsLikeUnit(right) || isBareLevel(left)) continue
    if (!looksLikeUnit(right.replace(/(?:牵头|按职责|分别|共同|负责|配合|落实|等).*$/, ''))) continue
    const cut = start + match.index
    return [{ start, end: cut, isJoint: false }, ...splitJoint(folded, cut + match[0].length, end)]
  }
  return [{ start, end, isJoint: false }]
}
