/** A clause with what stands before and after it. */
interface SourceExcerpt {
  readonly before: string
  readonly clause: string
  readonly after: string
}

const CONTEXT = 120

/** The clause at a place of a document (UTF-16 offsets, end exclusive), with some of what surrounds it. */
export function excerptAround(
  content: string,
  place: { readonly start: number; readonly end: number },
  context = CONTEXT,
): SourceExcerpt {
  const start = Math.min(Math.max(place.start, 0), content.length)
  const end = Math.min(Math.max(place.end, start), content.length)
  const from = wholeCharacter(content, Math.max(0, start - context))
  const to = wholeCharacter(content, Math.min(content.length, end + context))
  return {
    before: (from > 0 ? '……' : '') + content.slice(from, start),
    clause: content.slice(start, end),
    after: content.slice(end, to) + (to < content.length ? '……' : ''),
  }
}

/** A cut must not fall between the halves of a rare character. */
function wholeCharacter(content: string, at: number): number {
  const code = content.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff && at > 0 ? at - 1 : at
}
