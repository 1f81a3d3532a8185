/**
 * Where in the source the character at `offset` of a task's text stands. The text is the source without line
 * breaks and stray spaces, so both are walked together; null when the clerk has reworded it beyond recognition.
 */
export function sourceOffsetOf(
  source: string,
  start: number,
  end: number,
  text: string,
  offset: number,
): number | null {
  const anchor = findAnchor(source, start, end, text)
  if (anchor === null) return null
  let at = anchor
  for (let index = 0; index < offset; index += 1) {
    const wanted = text.charAt(index)
    if (isBlank(wanted)) continue
    while (at < end && source.charAt(at) !== wanted) at += 1
    if (at >= end) return null
    at += 1
  }
  return at
}

const ANCHOR_LENGTH = 12

/** The first place where the text's first words stand, white space aside. */
function findAnchor(source: string, start: number, end: number, text: string): number | null {
  const words = Array.from(text.slice(0, ANCHOR_LENGTH * 2))
    .filter((character) => !isBlank(character))
    .slice(0, ANCHOR_LENGTH)
  if (words.length === 0) return null
  for (let from = start; from < end; from += 1) {
    if (source.charAt(from) === words[0] && standsAt(source, from, end, words)) return from
  }
  return null
}

function standsAt(source: string, from: number, end: number, words: readonly string[]): boolean {
  let at = from
  for (const word of words) {
    while (at < end && isBlank(source.charAt(at))) at += 1
    if (!source.startsWith(word, at)) return false
    at += word.length
  }
  return at <= end
}

function isBlank(character: string): boolean {
  return character.trim() === ''
}
