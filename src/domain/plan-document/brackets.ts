import type { SourceSpan } from '@/lib/document-text/source-document'

/** A responsibility list of a province fits; anything longer is a bracket that was never closed. */
const LONGEST_BRACKET = 700
const LONGEST_QUOTE = 160
const ITEM_ON_NEW_LINE =
  /\s*(?:[一二三四五六七八九十百]{1,4}、|\([一二三四五六七八九十百]{1,4}\)|\d{1,3}[.、](?!\d)|第[一二三四五六七八九十百]{1,4}[章条])/y

export interface Brackets {
  /** Outermost closed brackets of any shape, in text order; the span includes both ends. */
  readonly closed: readonly SourceSpan[]
  /** Places of opening brackets that never close. */
  readonly unclosed: readonly number[]
  /** Quotations and titles of documents, in text order. */
  readonly quoted: readonly SourceSpan[]
}

/** Pairs brackets whatever their shape, for programs that read scans mix them; linear in the text. */
export function findBrackets(folded: string): Brackets {
  const matcher = new BracketMatcher(folded)
  for (let index = 0; index < folded.length; index += 1) {
    if (isOrdinary(folded.charCodeAt(index))) continue
    matcher.take(index)
  }
  return matcher.finish()
}

/** Ideographs, letters and digits: nearly all of a text. */
function isOrdinary(code: number): boolean {
  return code >= 0x3020 || (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a)
}

class BracketMatcher {
  private readonly pairs: SourceSpan[] = []
  private readonly quotes: SourceSpan[] = []
  private readonly unclosed: number[] = []
  private open: number[] = []
  private openQuote: { readonly at: number; readonly closer: string } | null = null

  constructor(private readonly folded: string) {}

  take(index: number): void {
    const character = this.folded[index] ?? ''
    if (character === '(' || character === '[' || character === '<') this.open.push(index)
    else if (character === ')' || character === ']' || character === '>') this.close(index)
    else if (character === '\n') this.breakLine(index)
    else this.quote(character, index)
  }

  finish(): Brackets {
    for (const open of this.open) this.unclosed.push(open)
    this.pairs.sort((a, b) => a.start - b.start)
    let reach = -1
    const closed = this.pairs.filter((pair) => {
      if (pair.start < reach) return false
      reach = pair.end
      return true
    })
    return { closed, unclosed: this.unclosed.sort((a, b) => a - b), quoted: this.quotes }
  }

  private close(index: number): void {
    const start = this.open.pop()
    if (start === undefined) return
    if (index - start <= LONGEST_BRACKET) this.pairs.push({ start, end: index + 1 })
    else this.unclosed.push(start)
  }

  /** No bracket runs over the start of a new item. */
  private breakLine(index: number): void {
    if (this.open.length === 0) return
    ITEM_ON_NEW_LINE.lastIndex = index
    if (!ITEM_ON_NEW_LINE.test(this.folded)) return
    for (const open of this.open) this.unclosed.push(open)
    this.open = []
  }

  private quote(character: string, index: number): void {
    if (character === '《' && this.openQuote === null) this.openQuote = { at: index, closer: '》' }
    else if (character === '“' && this.openQuote === null) this.openQuote = { at: index, closer: '”' }
    else if (this.openQuote !== null && character === this.openQuote.closer) {
      if (index - this.openQuote.at <= LONGEST_QUOTE) this.quotes.push({ start: this.openQuote.at, end: index + 1 })
      this.openQuote = null
    } else if (this.openQuote !== null && index - this.openQuote.at > LONGEST_QUOTE) this.openQuote = null
  }
}

/** Answers, for ever greater offsets, whether one lies inside a span of an ordered list. */
export class SpanCursor {
  private next = 0

  constructor(private readonly spans: readonly SourceSpan[]) {}

  around(offset: number): SourceSpan | null {
    let span = this.spans[this.next]
    while (span !== undefined && span.end <= offset) {
      this.next += 1
      span = this.spans[this.next]
    }
    return span !== undefined && span.start < offset ? span : null
  }
}
