/** Where a statement ends: a sentence, a line, or the brackets that name the units. */
const STATEMENT_END = /[。；;！？\n\r\t（(［[〔【]/
const LONGEST = 120

interface Place {
  readonly start: number
  readonly end: number
}

/**
 * What a deadline requires: the statement of the source that holds the date, since "9月底前" alone tells a unit nothing.
 * Offsets are UTF-16 places of the date in the text and the bounds of its task; a long statement is cut to its clause.
 * Where one statement holds several of the task's `dates`, each gets its own clause: 6月底前完成A，12月底前完成B.
 */
export function requirementOfDate(text: string, date: Place, task: Place, dates: readonly Place[] = []): string {
  const bounds = clauseBounds(text, date, task, dates)
  const statement = stretch(text, date, bounds, STATEMENT_END)
  const words = statement.length <= LONGEST ? statement : stretch(text, date, bounds, /[，,。；;！？\n\r\t（(［[〔【]/)
  return withoutEnd(words)
}

/** Words without the punctuation that led on to the next statement. */
export function withoutEnd(words: string): string {
  return words.replace(/\s+/g, '').replace(/[，,。；;：:、]+$/, '')
}

/** What only joins two dates: 6月底、12月底前各报一次 is one clause for both. */
const JOINS = /^[\s、，,和与及或至到~—-]*(?:以及)?[\s、，,]*$/
/** What leads on to the next date and belongs to neither clause. */
const LEADS_ON = /(?:[，,；;]|并在|并于|并|且|和|于|在|到|至)+$/

/** As far as the clause of a date may reach: not into that of the date before it, or after it. */
function clauseBounds(text: string, date: Place, task: Place, dates: readonly Place[]): Place {
  let { start, end } = task
  for (const other of dates) {
    if (other.end <= date.start && !JOINS.test(text.slice(other.end, date.start)))
      start = Math.max(start, clauseEdge(text, other.end, date.start).after)
    if (other.start >= date.end && !JOINS.test(text.slice(date.end, other.start)))
      end = Math.min(end, clauseEdge(text, date.end, other.start).before)
  }
  return { start, end }
}

/** Where the clause of the earlier date ends and that of the later one begins: at the last comma, else about what leads on. */
function clauseEdge(text: string, from: number, until: number): { readonly before: number; readonly after: number } {
  const between = text.slice(from, until)
  const comma = Math.max(between.lastIndexOf('，'), between.lastIndexOf(','))
  if (comma > 0) return { before: from + comma + 1, after: from + comma + 1 }
  return { before: until - (LEADS_ON.exec(between)?.[0].length ?? 0), after: until }
}

/** The text around a place, out to the nearest boundary on both sides within the bounds. */
function stretch(text: string, place: Place, bounds: Place, boundary: RegExp): string {
  let start = place.start
  while (
    start > bounds.start &&
    !boundary.test(text.charAt(start - 1)) &&
    !/[）)］\]〕】]/.test(text.charAt(start - 1))
  )
    start -= 1
  let end = place.end
  while (end < bounds.end && !boundary.test(text.charAt(end))) end += 1
  return text.slice(start, end)
}
