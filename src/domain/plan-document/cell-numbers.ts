import type { SourceSpan } from '@/lib/document-text/source-document'
import { findBrackets } from './brackets'
import { findMarkers, MARKER_RANK } from './markers'
import { trimSpan, writtenText, type SourceText } from './source-text'

/** A cell's words without the number they begin with. */
export interface NumberedWords extends SourceSpan {
  readonly number: string | null
  readonly rank: number | null
}

/** Parts the number a cell's words begin with from the words. */
export function numberedWords(text: SourceText, span: SourceSpan): NumberedWords {
  const words = text.folded.slice(span.start, span.end)
  const marker = findMarkers(words, findBrackets(words))[0]
  if (marker === undefined || words.slice(0, marker.numberStart).trim() !== '') {
    return { number: null, rank: null, ...trimSpan(text.folded, span.start, span.end) }
  }
  return {
    number: writtenText(text, span.start + marker.numberStart, span.start + marker.numberEnd),
    rank: MARKER_RANK[marker.kind],
    ...trimSpan(text.folded, span.start + marker.contentStart, span.end),
  }
}

/** Whether a cell holds a list of its own: 1. … 2. … */
export function isNumberedList(text: SourceText, span: SourceSpan): boolean {
  const words = text.folded.slice(span.start, span.end)
  const [first, second] = findMarkers(words, findBrackets(words))
  if (first === undefined || second === undefined) return false
  return first.ordinal === 1 && second.ordinal === 2 && first.kind === second.kind
}
