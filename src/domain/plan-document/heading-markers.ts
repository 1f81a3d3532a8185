import type { SourceHeading } from '@/lib/document-text/source-document'
import type { Marker } from './markers'
import { trimSpan } from './source-text'
import { isTitleLine } from './titles'

const LONGEST_HEADING = 45

/** Adds the headings a file declares but does not number to the places where items may begin. */
export function withHeadings(folded: string, markers: readonly Marker[], headings: readonly SourceHeading[]): Marker[] {
  if (headings.length === 0) return [...markers]
  const numbered = new Set(markers.filter((marker) => marker.atLineStart).map((marker) => marker.numberStart))
  const plain = headings.filter((heading) => isPlainHeading(folded, heading, numbered))
  const top = Math.min(...plain.map((heading) => heading.level))
  const added = plain.map((heading) => markerOf(folded, heading, heading.level === top))
  return [...markers, ...added].sort((a, b) => a.numberStart - b.numberStart)
}

function isPlainHeading(folded: string, heading: SourceHeading, numbered: ReadonlySet<number>): boolean {
  const span = trimSpan(folded, heading.start, heading.end)
  const bare = folded.slice(span.start, span.end).replace(/\s/g, '')
  if (bare.length < 2 || bare.length > LONGEST_HEADING || numbered.has(span.start)) return false
  return !isTitleLine({ start: span.start, end: span.end, bare }) && !/[。;:,]|通知$|^附件|^\(/.test(bare)
}

function markerOf(folded: string, heading: SourceHeading, isTop: boolean): Marker {
  const { start } = trimSpan(folded, heading.start, heading.end)
  return {
    kind: isTop ? 'heading' : 'dash',
    ordinal: 0,
    numberStart: start,
    numberEnd: start,
    contentStart: start,
    atLineStart: true,
    afterBreak: true,
    isWeak: false,
    isGlued: false,
  }
}
