import { characterWidth, quantile } from './pdf-geometry'
import type { TextLine } from './text-lines'

/** Where a text's lines end, and where its wrapped lines go on. */
export interface TextMargins {
  readonly right: number
  readonly left: number
  readonly pitch: number
}

const SENTENCE_END = /[。！？；：!?;:）)】\]》]$/
const CLOSING_PUNCTUATION = /[，。、；：！？）》〉】〕」』”’]$/
const OWN_PARAGRAPH =
  /^(?:第[〇零一二三四五六七八九十百\d]+[章节条部]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[、．.](?!\d)|[①-⑳]|附件?[:：\d])/

/** Reads the margins off the lines themselves. */
export function measureMargins(lines: readonly TextLine[]): TextMargins {
  // Punctuation may hang over the margin, so lines that end with it show less well where the margin is.
  const square = lines.filter((line) => !CLOSING_PUNCTUATION.test(line.text))
  const right = quantile(
    (square.length >= 3 ? square : lines).map((line) => line.right),
    0.92,
  )
  const size = quantile(
    lines.map((line) => line.size),
    0.5,
  )
  const afterFull = lines.filter((_, index) => {
    const before = lines[index - 1]
    return before !== undefined && before.right > right - 2 * size
  })
  const candidates = afterFull.length > 0 ? afterFull : lines
  const pitches = lines.slice(1).map((line, index) => line.baseline - (lines[index]?.baseline ?? line.baseline))
  return {
    right,
    left: mostCommon(candidates.map((line) => line.left)),
    pitch: quantile(
      pitches.filter((pitch) => pitch > 0),
      0.5,
    ),
  }
}

/** Re-joins lines that were merely wrapped; returns the paragraphs. */
export function joinLines(lines: readonly TextLine[], marginsOf: (line: TextLine) => TextMargins): string[] {
  const paragraphs: string[] = []
  lines.forEach((line, index) => {
    const before = lines[index - 1]
    const last = paragraphs.length - 1
    const open = paragraphs[last]
    if (before !== undefined && open !== undefined && isWrapped(before, line, marginsOf(before), marginsOf(line))) {
      paragraphs[last] = joinText(open, line.text)
    } else {
      paragraphs.push(line.text)
    }
  })
  return paragraphs
}

/** True when the first line ended for want of room and the second goes on with it. */
function isWrapped(before: TextLine, line: TextLine, marginsBefore: TextMargins, margins: TextMargins): boolean {
  const size = Math.max(before.size, 1)
  if (before.text.includes('\t') || line.text.includes('\t')) return false
  if (Math.abs(before.size - line.size) > size * 0.15) return false
  const room = marginsBefore.right - before.right
  if (room > widthOfFirstWord(line.text) * size + size * 0.45) return false
  const gap = line.baseline - before.baseline
  if (before.page === line.page && gap > 0 && margins.pitch > 0 && gap > margins.pitch * 1.7) return false
  if (SENTENCE_END.test(before.text) && OWN_PARAGRAPH.test(line.text)) return false
  const isAtMargin = Math.abs(line.left - margins.left) <= size * 1.1
  return isAtMargin || hangsBelow(before, line) || isCentredPair(before, line, margins)
}

/** List items are often set in from the margin as a whole, their wrapped lines under the text or under the number. */
function hangsBelow(before: TextLine, line: TextLine): boolean {
  if (OWN_PARAGRAPH.test(line.text)) return false
  // A remark in brackets belongs to the sentence before it; else a line under a full sentence may be a new item.
  if (!/^[（(【[]/.test(line.text) && SENTENCE_END.test(before.text.replace(/[：:；;]$/, ''))) return false
  const shift = (line.left - before.left) / before.size
  return Math.abs(shift) < 0.5 || (shift > 0 && shift < 4 && OWN_PARAGRAPH.test(before.text))
}

/** A title of two lines is set in the middle: its second line begins far in and ends as far from the other side. */
function isCentredPair(before: TextLine, line: TextLine, margins: TextMargins): boolean {
  const middle = (line.left + line.right) / 2
  const isSameMiddle = Math.abs((before.left + before.right) / 2 - middle) < before.size
  return isSameMiddle && line.left - margins.left > line.size * 2.5 && !SENTENCE_END.test(before.text)
}

/** What cannot be parted: one ideograph with the punctuation bound to it, or a word or number. */
function widthOfFirstWord(text: string): number {
  const word =
    /^(?:[“‘（《〈【〔「(]*(?:[0-9A-Za-z.%+-]+|[^])[，。、；：！？）》〉】〕」”’,.;:!?)%…]*)/.exec(text)?.[0] ?? ''
  return Array.from(word).reduce((sum, character) => sum + characterWidth(character), 0)
}

/** Ideographs follow each other without a space, words do not. */
export function joinText(before: string, after: string): string {
  const needsSpace = /[A-Za-z,;]$/.test(before) && /^[A-Za-z]/.test(after)
  return needsSpace ? `${before} ${after}` : before + after
}

function mostCommon(values: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const value of values) {
    const key = Math.round(value / 4)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  let best = 0
  let most = 0
  for (const [key, count] of counts) {
    if (count > most) {
      best = key
      most = count
    }
  }
  const near = values.filter((value) => Math.round(value / 4) === best)
  return near.length === 0 ? 0 : quantile(near, 0.5)
}
