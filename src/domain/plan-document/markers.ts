import { SpanCursor, type Brackets } from './brackets'
import { CHINESE_NUMERALS, parseNumeral } from './numerals'

/** The numbering systems of official documents: 第一章 · 一、 · 第一条 · （一） · —— · 1. · （1） · ①. */
export type MarkerKind =
  | 'chapter'
  | 'part'
  | 'chinese'
  | 'article'
  | 'chinese_paren'
  | 'dash'
  | 'heading'
  | 'arabic'
  | 'arabic_paren'
  | 'circled'

/** How deep each system stands; official style nests them in this order. */
export const MARKER_RANK: Readonly<Record<MarkerKind, number>> = {
  chapter: 0,
  part: 1,
  chinese: 2,
  heading: 2,
  article: 3,
  chinese_paren: 4,
  dash: 5,
  arabic: 6,
  arabic_paren: 7,
  circled: 8,
}

/** A place that may open a numbered item. */
export interface Marker {
  readonly kind: MarkerKind
  readonly ordinal: number
  /** The number as it will be shown, without the mark that follows. */
  readonly numberStart: number
  readonly numberEnd: number
  /** Where the item's words begin. */
  readonly contentStart: number
  readonly atLineStart: boolean
  /** White space or a sentence's end stands before it. */
  readonly afterBreak: boolean
  /** The punctuation is doubtful: "1," for "1、". */
  readonly isWeak: boolean
  /** Nothing parts it from the words before: a heading, or a list of units, may end there. */
  readonly isGlued: boolean
}

const CN = `[${CHINESE_NUMERALS}](?: ?[${CHINESE_NUMERALS}]){0,4}`

const PATTERNS: readonly (readonly [MarkerKind, string])[] = [
  ['chapter', `第 ?(?:${CN}|\\d{1,3}) ?(?:章|编|篇|部分)[、:.]?`],
  ['part', `第 ?(?:${CN}|\\d{1,3}) ?节[、:.]?`],
  [
    'article',
    `第 ?(?:${CN}|\\d{1,3}) ?条[、:.]?|(?:重点)?(?:任务|措施|举措|行动|工程)(?:${CN}|\\d{1,2})(?: ?[:、.]| (?=[\\u4e00-\\u9fff]))`,
  ],
  ['chinese_paren', `[(\\[] ?${CN} ?[)\\]] ?[、.]?`],
  ['arabic_paren', `[(\\[] ?\\d{1,3} ?[)\\]] ?[、.]?`],
  ['chinese', `${CN} ?[、.,](?![\\d ]*[、.])`],
  ['arabic', `\\d{1,3} ?(?:、|[.,](?!\\d(?!\\d{3}年)))`],
  ['arabic_paren', `\\d{1,2} ?\\)`],
  ['arabic_paren', `[⑴-⒇]`],
  ['arabic', `[⒈-⒛]`],
  ['chinese_paren', `[㈠-㈩]`],
  ['circled', `[①-⑳]`],
  ['dash', `(?:——|--)(?![—-])`],
]

const ANY_MARKER = new RegExp(PATTERNS.map(([, pattern]) => `(${pattern})`).join('|'), 'g')
/** First characters of numbers written in one sign. */
const SIGNS = ['⑴', '⒈', '㈠', '①']
const ENDS_SENTENCE = /[。;:!?)\]>”’》…]/

/** Finds every place that may be a number of the outline; which of them are, the sequence decides. */
export function findMarkers(folded: string, brackets: Brackets): Marker[] {
  const markers: Marker[] = []
  const inBracket = new SpanCursor(brackets.closed)
  const inQuote = new SpanCursor(brackets.quoted)
  for (const match of folded.matchAll(ANY_MARKER)) {
    if (inBracket.around(match.index) !== null || inQuote.around(match.index) !== null) continue
    const kind = kindOf(match)
    const marker = kind === null ? null : readMarker(folded, match.index, match[0], kind)
    if (marker !== null) markers.push(marker)
  }
  return markers
}

function kindOf(match: RegExpExecArray): MarkerKind | null {
  const index = PATTERNS.findIndex((_, group) => match[group + 1] !== undefined)
  return PATTERNS[index]?.[0] ?? null
}

function readMarker(folded: string, index: number, written: string, kind: MarkerKind): Marker | null {
  let before = index - 1
  while (before >= 0 && folded[before] === ' ') before -= 1
  const previous = before < 0 ? '\n' : (folded[before] ?? '\n')
  const atLineStart = previous === '\n'
  const isSpaced = before < index - 1
  const isGlued = !atLineStart && !isSpaced && !ENDS_SENTENCE.test(previous)
  if (isGlued && !canBeGlued(folded, index, written, kind)) return null
  const contentStart = index + written.length
  if (!canOpenItem(folded, contentStart, kind)) return null
  const numberEnd = index + written.replace(/ ?[、:.,]$/, '').length
  return {
    kind,
    ordinal: ordinalOf(written),
    numberStart: index,
    numberEnd,
    contentStart,
    atLineStart,
    afterBreak: atLineStart || ENDS_SENTENCE.test(previous),
    isWeak: written.endsWith(','),
    isGlued,
  }
}

const LIST_LABEL = /(?:责任|牵头|配合|主办|承办|协办)(?:单位|部门|科室)[^。\n]{0,260}$/
const SHORT_HEADING =
  /(?:^|[。:;\n)\] ])(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\))[^。;:\n]{2,45}$/

/** Where a program joined lines without a space, an item may follow a heading or a list of units directly. */
function canBeGlued(folded: string, index: number, written: string, kind: MarkerKind): boolean {
  if (kind !== 'arabic' && kind !== 'chinese_paren' && kind !== 'chinese') return false
  if (
    !/[\u4e00-\u9fff]/.test(folded[index - 1] ?? '') ||
    !/[\u4e00-\u9fff“《]/.test(folded[index + written.length] ?? '')
  )
    return false
  if (/[第年月到至和及、零点约共有超过]$/.test(folded[index - 1] ?? '')) return false
  const before = folded.slice(Math.max(0, index - 300), index)
  return LIST_LABEL.test(before) || (kind !== 'chinese' && SHORT_HEADING.test(before))
}

function ordinalOf(written: string): number {
  const sign = SIGNS.find((first) => written >= first && written.charCodeAt(0) - first.charCodeAt(0) < 20)
  if (sign !== undefined && written.length === 1) return written.charCodeAt(0) - sign.charCodeAt(0) + 1
  const digits = /[\d一二三四五六七八九十百〇零两 ]+/.exec(written)?.[0] ?? ''
  return parseNumeral(digits)
}

/** "一、二、三产业" and "第三条规定" are no items. */
function canOpenItem(folded: string, contentStart: number, kind: MarkerKind): boolean {
  const after = folded.slice(contentStart, contentStart + 8)
  if (kind === 'chinese' && new RegExp(`^[${CHINESE_NUMERALS}]{1,3}[、季是]`).test(after)) return false
  if (kind === 'article' && /^(?:第?[、和及至到的]|规定)/.test(after)) return false
  if ((kind === 'chapter' || kind === 'part') && /^[、和及至到的]/.test(after)) return false
  if (kind === 'dash') return isHeadingLine(folded, contentStart)
  return !/^\s*$/.test(after) || after.includes('\n')
}

/** "——加快建设健康城市" heads items; "——平台更加完善。建成…" is an item of a list. */
function isHeadingLine(folded: string, contentStart: number): boolean {
  const end = folded.indexOf('\n', contentStart)
  const line = folded.slice(contentStart, end < 0 ? contentStart + 80 : Math.min(end, contentStart + 80)).trim()
  return line.length >= 2 && line.length <= 40 && !/[。;,].|[,;、:]$/.test(line)
}
