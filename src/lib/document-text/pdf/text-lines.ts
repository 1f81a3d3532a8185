import { areIdeographs, closeLetterSpacing, closeTypesettingGaps, normaliseGlyphs } from './clean-pdf-text'
import { characterWidth, rangeOf, type Fragment } from './pdf-geometry'

/** Fragments that stand on one line. */
export interface TextLine {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly baseline: number
  readonly size: number
  readonly page: number
}

/** A gap of this many characters separates columns rather than words. */
const COLUMN_GAP = 2.5
const LONG_LINE = 20
const WORD_GAP = 0.2
/** Justified lines set ideographs apart by more than that. */
const IDEOGRAPH_GAP = 0.5

/** Groups fragments by their baseline, top to bottom; each line's fragments run from left to right. */
export function groupByBaseline(fragments: readonly Fragment[]): Fragment[][] {
  const sorted = fragments.slice().sort((a, b) => a.baseline - b.baseline)
  const rows: Fragment[][] = []
  let row: Fragment[] = []
  for (const fragment of sorted) {
    const anchor = row[0]
    const isSameLine =
      anchor !== undefined && fragment.baseline - anchor.baseline < 0.4 * Math.max(anchor.size, fragment.size)
    if (!isSameLine) rows.push((row = []))
    row.push(fragment)
  }
  return rows.map((line) => line.sort((a, b) => a.left - b.left))
}

/** Makes one line of fragments; wide gaps become tabs. */
export function toTextLine(fragments: readonly Fragment[], page: number): TextLine {
  let text = ''
  let right = Number.NEGATIVE_INFINITY
  for (const fragment of fragments) {
    // Bold is sometimes faked by printing the same text twice with a tiny shift.
    if (right - fragment.left > 0.8 * (fragment.right - fragment.left) && text.endsWith(fragment.text)) continue
    const gap = (fragment.left - right) / Math.max(1, fragment.size)
    if (text !== '' && gap > COLUMN_GAP) text += '\t'
    else if (text !== '' && gap > wordGap(text, fragment.text)) text += ' '
    text += fragment.text
    right = Math.max(right, fragment.right)
  }
  const [left] = rangeOf(fragments.map((fragment) => fragment.left))
  const baseline = fragments[0]?.baseline ?? 0
  if (isProse(fragments, left, right)) text = text.replace('\t', ' ')
  const cleaned = closeTypesettingGaps(closeLetterSpacing(normaliseGlyphs(text).replace(/ {2,}/g, ' '))).trim()
  return { text: cleaned, left, right, baseline, size: prevailingSize(fragments), page }
}

/** A long line with one gap in it is a sentence with blanks, such as before a heading that was run in. */
function isProse(fragments: readonly Fragment[], left: number, right: number): boolean {
  const size = prevailingSize(fragments)
  const filled = fragments.reduce((sum, fragment) => sum + fragment.right - fragment.left, 0)
  const gaps = fragments.filter(
    (fragment, index) => fragment.left - (fragments[index - 1]?.right ?? left) > COLUMN_GAP * size,
  )
  return gaps.length === 1 && right - left > LONG_LINE * size && filled > 0.8 * (right - left)
}

function wordGap(before: string, after: string): number {
  return areIdeographs(before.slice(-1), after.slice(0, 1)) ? IDEOGRAPH_GAP : WORD_GAP
}

/** The lines of a region with nothing but running text in it. */
export function toTextLines(fragments: readonly Fragment[], page: number): TextLine[] {
  return groupByBaseline(fragments)
    .map((row) => toTextLine(row, page))
    .filter((line) => line.text !== '')
}

/** Cuts a fragment where a drawn line crosses it; the engine joins words that stand close together. */
export function cutFragment(fragment: Fragment, at: number): Fragment[] {
  const characters = Array.from(fragment.text)
  const total = characters.reduce((sum, character) => sum + characterWidth(character), 0)
  const unit = (fragment.right - fragment.left) / Math.max(total, 0.5)
  let position = fragment.left
  let index = 0
  while (index < characters.length) {
    const width = characterWidth(characters[index] ?? '') * unit
    if (position + width / 2 > at) break
    position += width
    index += 1
  }
  index = nearestSpace(characters, index)
  const [before, after] = [characters.slice(0, index).join(''), characters.slice(index).join('')]
  return [
    { ...fragment, text: before, right: Math.min(at, fragment.right) },
    { ...fragment, text: after, left: Math.max(at, fragment.left) },
  ].filter((part) => part.text.trim() !== '')
}

/** Estimated widths may be off by a character or two; a space nearby is where the words really part. */
function nearestSpace(characters: readonly string[], index: number): number {
  for (const offset of [0, -1, 1, -2, 2]) {
    if (characters[index + offset] === ' ') return index + offset
  }
  return index
}

function prevailingSize(fragments: readonly Fragment[]): number {
  const lengths = new Map<number, number>()
  for (const { size, text } of fragments) lengths.set(size, (lengths.get(size) ?? 0) + text.length)
  let best = 0
  let longest = -1
  for (const [size, length] of lengths) {
    if (length > longest) {
      best = size
      longest = length
    }
  }
  return best
}
