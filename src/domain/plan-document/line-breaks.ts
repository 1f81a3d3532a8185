/** A longer line means that a program has put a document's paragraphs on one line. */
const FLATTENED_LINE = 600
/** So does a shorter one that is nearly all of the text. */
const SHORTEST_DOCUMENT = 80
const SHARE_OF_TEXT = 0.6
/** Where spaces are more frequent, a scan has spaced the characters. */
const MOST_SPACES = 0.3

/**
 * Gives flattened lines their line breaks back, without moving a character: where paragraphs were joined by spaces, the
 * first of them becomes a line break.
 */
export function restoreLineBreaks(folded: string): string {
  const parts: string[] = []
  let start = 0
  while (start < folded.length) {
    const next = folded.indexOf('\n', start)
    const end = next < 0 ? folded.length : next + 1
    parts.push(restoreLine(folded.slice(start, end), folded.length))
    start = end
  }
  return parts.join('')
}

function restoreLine(line: string, textLength: number): string {
  if (!line.includes(' ')) return line
  const isLong =
    line.length > FLATTENED_LINE || (line.length > SHORTEST_DOCUMENT && line.length > textLength * SHARE_OF_TEXT)
  const isFlattened = isLong && countGaps(line) < line.length * MOST_SPACES
  const parts: string[] = []
  let from = 0
  for (let at = line.indexOf(' '); at >= 0;) {
    const end = endOfGap(line, at)
    if (isBreak(line, at, end, isFlattened)) {
      parts.push(line.slice(from, at), '\n')
      from = at + 1
    }
    at = line.indexOf(' ', end)
  }
  parts.push(line.slice(from))
  return parts.join('')
}

function endOfGap(line: string, start: number): number {
  let end = start
  while (line[end] === ' ') end += 1
  return end
}

function countGaps(line: string): number {
  let gaps = 0
  for (let at = line.indexOf(' '); at >= 0; at = line.indexOf(' ', endOfGap(line, at))) gaps += 1
  return gaps
}

function isBreak(line: string, start: number, end: number, isFlattened: boolean): boolean {
  if (start === 0 || end >= line.length || line[end] === '\n') return false
  const before = line[start - 1] ?? ''
  return isFlattened ? !/[\w\n,、]/.test(before) : end - start > 1 && /[。;)\]!?”:]/.test(before)
}
