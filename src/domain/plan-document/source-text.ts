import type { SourceSpan } from '@/lib/document-text/source-document'

/**
 * A document as every rule sees it: `folded` has the same length as `source`, in one way of writing, and with blanks
 * where page numbers, navigation and the like were taken out.
 */
export interface SourceText {
  readonly source: string
  readonly folded: string
}

/** The span without the white space at its ends. */
export function trimSpan(folded: string, start: number, end: number): SourceSpan {
  let from = start
  let to = end
  while (from < to && isBlank(folded, from)) from += 1
  while (to > from && isBlank(folded, to - 1)) to -= 1
  return { start: from, end: to }
}

const BLANK = /[ \n\t]/

export function isBlank(folded: string, index: number): boolean {
  const code = folded.charCodeAt(index)
  return code === 0x20 || code === 0x0a || code === 0x09
}

/** The characters of a span as written, without white space and without what was taken out. */
export function writtenText(text: SourceText, start: number, end: number): string {
  if (!BLANK.test(text.folded.slice(start, end))) return text.source.slice(start, end)
  let written = ''
  let from = start
  for (let index = start; index <= end; index += 1) {
    if (index < end && !isBlank(text.folded, index)) continue
    if (index > from) written += text.source.slice(from, index)
    from = index + 1
  }
  return written
}

/** The words of a span as written: line breaks inside a sentence vanish, a space stays only between Latin letters. */
export function readableText(text: SourceText, start: number, end: number): string {
  if (!BLANK.test(text.folded.slice(start, end))) return text.source.slice(start, end)
  let readable = ''
  let from = start
  for (let index = start; index <= end; index += 1) {
    if (index < end && !isBlank(text.folded, index)) continue
    if (index > from) {
      const word = text.source.slice(from, index)
      if (/[\w)]$/.test(readable) && /^[\w(]/.test(word)) readable += ' '
      readable += word
    }
    from = index + 1
  }
  return readable
}
