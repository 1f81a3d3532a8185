/** Where a statement ends: a sentence, a line, or the brackets that name the units. */
const STATEMENT_END = /[。；;！？\n\r\t（(［[〔【]/
const LONGEST = 120

/**
 * What a deadline requires: the statement of the source that holds the date, since "9月底前" alone tells a unit nothing.
 * Offsets are UTF-16 places of the date in the text and the bounds of its task; a long statement is cut to its clause.
 */
export function requirementOfDate(
  text: string,
  date: { readonly start: number; readonly end: number },
  task: { readonly start: number; readonly end: number },
): string {
  const statement = stretch(text, date, task, STATEMENT_END)
  const words = statement.length <= LONGEST ? statement : stretch(text, date, task, /[，,。；;！？\n\r\t（(［[〔【]/)
  return withoutEnd(words)
}

/** Words without the punctuation that led on to the next statement. */
export function withoutEnd(words: string): string {
  return words.replace(/\s+/g, '').replace(/[，,。；;：:、]+$/, '')
}

/** The text around a place, out to the nearest boundary on both sides within the bounds. */
function stretch(
  text: string,
  place: { readonly start: number; readonly end: number },
  bounds: { readonly start: number; readonly end: number },
  boundary: RegExp,
): string {
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
