/** Lines longer than this on average mean that a program has put a document's paragraphs on one line. */
const FLATTENED_LINE = 600
/** Nor has a document of one line ever been written that way. */
const SHORTEST_DOCUMENT = 80

/**
 * Gives a flattened text its line breaks back, without moving a character: where paragraphs were joined by spaces, the
 * first of them becomes a line break.
 */
export function restoreLineBreaks(folded: string): string {
  const lines = countLines(folded)
  const isFlattened = folded.length / lines > FLATTENED_LINE || (lines === 1 && folded.length > SHORTEST_DOCUMENT)
  const parts: string[] = []
  let from = 0
  for (let at = folded.indexOf(' '); at >= 0;) {
    let end = at
    while (folded[end] === ' ') end += 1
    if (isBreak(folded, at, end, isFlattened)) {
      parts.push(folded.slice(from, at), '\n')
      from = at + 1
    }
    at = folded.indexOf(' ', end)
  }
  parts.push(folded.slice(from))
  return parts.join('')
}

function countLines(folded: string): number {
  let lines = 1
  for (let at = folded.indexOf('\n'); at >= 0; at = folded.indexOf('\n', at + 1)) {
    if (at + 1 < folded.length && folded[at + 1] !== '\n') lines += 1
  }
  return lines
}

function isBreak(folded: string, start: number, end: number, isFlattened: boolean): boolean {
  if (end >= folded.length || folded[end] === '\n') return false
  const before = folded[start - 1] ?? '\n'
  return isFlattened ? !/[\w\n,、]/.test(before) : end - start > 1 && /[。;)\]!?”:]/.test(before)
}
