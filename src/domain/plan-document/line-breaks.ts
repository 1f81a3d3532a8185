/** Lines longer than this on average mean that a program has put a document's paragraphs on one line. */
const FLATTENED_LINE = 600
/** Nor has a document of one line ever been written that way. */
const SHORTEST_DOCUMENT = 80

/**
 * Gives a flattened text its line breaks back, without moving a character: where paragraphs were joined by spaces, the
 * first of them becomes a line break.
 */
export function restoreLineBreaks(folded: string): string {
  const lines = 1 + (folded.match(/\n(?=[^\n])/g)?.length ?? 0)
  const isFlattened = folded.length / lines > FLATTENED_LINE || (lines === 1 && folded.length > SHORTEST_DOCUMENT)
  const gaps = isFlattened ? / +(?=[^ \n])/g : / {2,}(?=[^ \n])/g
  return folded.replace(gaps, (gap: string, at: number) => {
    const before = folded[at - 1] ?? '\n'
    const isBreak = isFlattened ? !/[\w\n,、]/.test(before) : /[。;)\]!?”:]/.test(before)
    return isBreak ? `\n${gap.slice(1)}` : gap
  })
}
