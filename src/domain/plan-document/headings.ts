import type { SourceSpan } from '@/lib/document-text/source-document'
import type { OutlineNode } from './outline'
import { isBlank, trimSpan } from './source-text'

/** No heading is longer; a longer first sentence is text. */
const LONGEST_HEADING = 80
const LONGEST_TITLE_SENTENCE = 44

/** How an item opens: its heading, and where its text begins. */
export interface Heading {
  readonly title: SourceSpan
  readonly bodyStart: number
  /** The heading stands on a line of its own. */
  readonly isOwnLine: boolean
  /** Nothing but the heading stands before the first child or the end. */
  readonly isTitleOnly: boolean
}

/** Reads the heading of an item: a line of its own, or its first sentence. */
export function readHeading(folded: string, node: OutlineNode): Heading {
  const from = trimSpan(folded, node.marker.contentStart, node.ownEnd).start
  const own = trimSpan(folded, from, node.ownEnd)
  const lineEnd = endOfLine(folded, from, own.end)
  const stop = sentenceEnd(folded, from, own.end)
  if (stop !== null && stop < lineEnd - 1)
    return { title: trimSpan(folded, from, stop), bodyStart: stop + 1, isOwnLine: false, isTitleOnly: false }
  if (stop === null && own.end - from <= LONGEST_HEADING) {
    const isWhole = node.children.length > 0 || lineEnd >= own.end
    if (isWhole) return { title: own, bodyStart: own.end, isOwnLine: true, isTitleOnly: true }
  }
  const titleEnd = stop !== null && stop <= lineEnd ? stop : lineEnd
  const bodyStart = Math.min(own.end, stop !== null && stop <= lineEnd ? stop + 1 : lineEnd)
  const isTitleOnly = trimSpan(folded, bodyStart, own.end).start >= own.end
  return {
    title: trimSpan(folded, from, titleEnd),
    bodyStart,
    isOwnLine: titleEnd - from <= LONGEST_HEADING,
    isTitleOnly,
  }
}

function endOfLine(folded: string, from: number, end: number): number {
  const next = folded.indexOf('\n', from)
  return next < 0 || next > end ? end : next
}

/** The first full stop outside brackets and quotations. */
function sentenceEnd(folded: string, from: number, end: number): number | null {
  const limit = Math.min(end, from + 400)
  let depth = 0
  for (let index = from; index < limit; index += 1) {
    const character = folded[index] ?? ''
    if ('([<《“'.includes(character)) depth += 1
    else if (')]>》”'.includes(character)) depth = Math.max(0, depth - 1)
    else if (character === '。' && depth === 0) return index
  }
  return null
}

/** Whether a first sentence reads like a title: short, of few clauses. */
export function isTitleSentence(folded: string, title: SourceSpan): boolean {
  const bare = folded.slice(title.start, title.end).replace(/\s/g, '')
  if (bare.length < 3 || bare.length > LONGEST_TITLE_SENTENCE) return false
  return (bare.match(/[,;:]/g)?.length ?? 0) <= 1
}

const OVERVIEW =
  /^(?:总体(?:要求|目标|思路|安排|考虑|部署)|指导思想|基本原则|工作(?:目标|原则|思路)|主要目标|发展目标|目标(?:任务|要求|定位)?$|行动目标|预期目标|基本(?:情况|思路)|编制(?:依据|背景)|规划背景|发展(?:基础|形势|现状)|形势(?:与|和)?|现状|背景|适用范围|重要意义|战略定位|附则$)/

/** Whether a heading opens a chapter of aims, which holds no tasks. */
export function isOverview(title: string): boolean {
  return OVERVIEW.test(title.replace(/\s/g, ''))
}

/** Skips full stops, closing brackets and blanks after a heading or a list. */
export function skipMarks(folded: string, from: number, end: number): number {
  let at = from
  while (at < end && (isBlank(folded, at) || /[。;,)\]]/.test(folded[at] ?? ''))) at += 1
  return at
}
