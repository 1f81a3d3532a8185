/** A text put into readable order, and where each of its characters stands in the source. */
export interface RewrittenText {
  readonly text: string
  readonly places: readonly number[]
}

/** Collects a rewritten text character by character. */
export class TextWriter {
  private readonly parts: string[] = []
  private readonly places: number[] = []

  constructor(private readonly source: RewrittenText) {}

  /** Takes over a range of the source as it is. */
  copy(start: number, end: number): void {
    this.parts.push(this.source.text.slice(start, end))
    for (let index = start; index < end; index += 1) this.places.push(this.source.places[index] ?? index)
  }

  /** Adds a sign the source does not have, as if it stood at a place of it. */
  add(sign: string, at: number): void {
    this.parts.push(sign)
    this.places.push(this.source.places[at] ?? at)
  }

  finish(): RewrittenText {
    return { text: this.parts.join(''), places: this.places }
  }
}

/** The text as it is. */
export function asWritten(text: string): RewrittenText {
  return { text, places: Array.from({ length: text.length }, (_, index) => index) }
}
