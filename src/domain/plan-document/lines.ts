/** No rule looks further into a line than this. */
const LONGEST_BARE = 240

/** A line without the white space at its ends; `bare` is its beginning without any. */
export interface Line {
  readonly start: number
  readonly end: number
  readonly bare: string
}

/** The lines of a range that hold anything. */
export function readLines(folded: string, start: number, end: number): Line[] {
  const lines: Line[] = []
  let from = start
  while (from < end) {
    const next = folded.indexOf('\n', from)
    const to = next < 0 || next > end ? end : next
    const line = folded.slice(from, to)
    const bare = line.length === 0 ? '' : line.trimStart().slice(0, LONGEST_BARE).replace(/\s/g, '')
    if (bare !== '') {
      const lead = line.length - line.trimStart().length
      lines.push({ start: from + lead, end: from + line.trimEnd().length, bare })
    }
    from = to + 1
  }
  return lines
}
