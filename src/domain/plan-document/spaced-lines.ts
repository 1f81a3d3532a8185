import { asWritten, TextWriter, type RewrittenText } from './rewritten-text'

const FEWEST_CHARACTERS = 6
/** So many of a line's characters have a space after them where a scan has spaced it. */
const SHARE_OF_SPACED = 0.6
const SPACED = /[^\s][ \u00a0\u3000](?=[^\s])/g
const LETTERED = /[a-z]/i

/** Closes up lines that a scan has spaced: "责 任 单 位 ： 区 财 政 局"; null when there are none. */
export function closeSpacedLines(text: string): RewrittenText | null {
  if (!/\S[ \u00a0\u3000]\S[ \u00a0\u3000]\S[ \u00a0\u3000]\S/.test(text)) return null
  let writer: TextWriter | null = null
  let copied = 0
  let start = 0
  while (start < text.length) {
    const next = text.indexOf('\n', start)
    const end = next < 0 ? text.length : next
    if (isSpaced(text.slice(start, end))) {
      writer ??= new TextWriter(asWritten(text))
      writer.copy(copied, start)
      writeClosed(writer, text, start, end)
      copied = end
    }
    start = end + 1
  }
  writer?.copy(copied, text.length)
  return writer?.finish() ?? null
}

function isSpaced(line: string): boolean {
  const characters = line.replace(/\s/g, '').length
  if (characters < FEWEST_CHARACTERS || line.length < characters * (1 + SHARE_OF_SPACED)) return false
  const ideographs = line.match(/[\u4e00-\u9fff]/g)?.length ?? 0
  return ideographs * 2 >= characters && (line.match(SPACED)?.length ?? 0) >= (characters - 1) * SHARE_OF_SPACED
}

/** A single space goes, except between Latin letters; a wider gap stays as one. */
function writeClosed(writer: TextWriter, text: string, start: number, end: number): void {
  let from = start
  for (let at = start; at < end; at += 1) {
    if (!isSpace(text[at])) continue
    const isSingle = at > start && !isSpace(text[at - 1]) && at + 1 < end && !isSpace(text[at + 1])
    const isBetweenLetters = LETTERED.test(text[at - 1] ?? '') && LETTERED.test(text[at + 1] ?? '')
    if (!isSingle || isBetweenLetters) continue
    writer.copy(from, at)
    from = at + 1
  }
  writer.copy(from, end)
}

function isSpace(character: string | undefined): boolean {
  return character === ' ' || character === '\u00a0' || character === '\u3000'
}
