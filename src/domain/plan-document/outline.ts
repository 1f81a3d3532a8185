import { MARKER_RANK, type Marker, type MarkerKind } from './markers'

/** A numbered item; `start` is its number's place, `end` the end of everything below it. */
export interface OutlineNode {
  readonly marker: Marker
  readonly start: number
  /** Where its own words end: at its first child, else at `end`. */
  readonly ownEnd: number
  readonly end: number
  readonly children: readonly OutlineNode[]
}

/** One run of numbered items, from a first "一、" to the last item before the next plan. */
export interface OutlinePart {
  readonly start: number
  readonly end: number
  /** The title line that opened the part; null for the first. */
  readonly titleStart: number | null
  readonly roots: readonly OutlineNode[]
}

/** Finds the last title line that begins in a range; null when there is none. */
type FindTitle = (start: number, end: number) => number | null

/** Further apart than this, a number is no continuation but a misread. */
const WIDEST_GAP = 6
const WIDEST_INLINE_GAP = 3

interface Draft {
  readonly marker: Marker
  readonly children: Draft[]
}

interface PartDraft {
  readonly titleStart: number | null
  readonly roots: Draft[]
  readonly stack: Draft[]
  readonly last: Map<MarkerKind, number>
  lastMarker: Marker | null
}

/** Decides by the sequence which markers are items, nests them, and splits the text where the numbering starts anew. */
export function buildOutline(markers: readonly Marker[], textEnd: number, findTitle: FindTitle): OutlinePart[] {
  const parts: PartDraft[] = [newPart(null)]
  let part = parts[0] ?? newPart(null)
  markers.forEach((marker, index) => {
    const titleStart = restartTitle(part, marker, findTitle)
    if (titleStart !== null) {
      part = newPart(titleStart)
      parts.push(part)
    }
    if (isItem(part, marker, markers[index + 1])) place(part, marker)
  })
  return parts.map((draft, index) => {
    const start = draft.titleStart ?? 0
    const end = parts[index + 1]?.titleStart ?? textEnd
    return { start, end, titleStart: draft.titleStart, roots: finishNodes(draft.roots, end) }
  })
}

function newPart(titleStart: number | null): PartDraft {
  return { titleStart, roots: [], stack: [], last: new Map(), lastMarker: null }
}

/** A first number of the highest system under a new title begins a new plan. */
function restartTitle(part: PartDraft, marker: Marker, findTitle: FindTitle): number | null {
  const top = part.roots[0]
  if (part.lastMarker === null || top === undefined || marker.ordinal !== 1 || !marker.atLineStart) return null
  if (marker.kind === 'dash' || marker.kind === 'heading' || MARKER_RANK[marker.kind] > highestRank(part)) return null
  return findTitle(part.lastMarker.contentStart, marker.numberStart)
}

function highestRank(part: PartDraft): number {
  return Math.min(...part.stack.slice(0, 1).map((draft) => MARKER_RANK[draft.marker.kind]))
}

function isItem(part: PartDraft, marker: Marker, next: Marker | undefined): boolean {
  if (marker.kind === 'heading') return true
  if (marker.kind === 'dash') return marker.atLineStart && next !== undefined && next.atLineStart
  const open = part.stack.find((draft) => draft.marker.kind === marker.kind)
  const last = open?.marker.ordinal ?? null
  const lastAnywhere = part.last.get(marker.kind) ?? 0
  if (marker.isGlued) return marker.ordinal === (last ?? lastAnywhere) + 1 || (last === null && marker.ordinal === 1)
  if (marker.isWeak) return marker.atLineStart && marker.ordinal === (last ?? lastAnywhere) + 1
  if (last !== null && marker.ordinal === last + 1) return true
  if (last === null && (marker.ordinal === 1 || marker.ordinal === lastAnywhere + 1)) return true
  if (!marker.atLineStart) return isInlineGap(marker, last ?? lastAnywhere)
  return isAcceptableAtLineStart(marker, last, lastAnywhere, next)
}

function isInlineGap(marker: Marker, last: number): boolean {
  return (
    last > 0 && marker.ordinal > last && marker.ordinal - last <= WIDEST_INLINE_GAP && marker.kind !== 'arabic_paren'
  )
}

function isAcceptableAtLineStart(marker: Marker, last: number | null, lastAnywhere: number, next?: Marker): boolean {
  if (marker.ordinal === 1) return true
  const from = last ?? lastAnywhere
  if (from === 0) return true
  if (marker.ordinal > from) return marker.ordinal - from <= WIDEST_GAP || continues(marker, next)
  return marker.ordinal === from || marker.kind === 'chinese'
}

function continues(marker: Marker, next: Marker | undefined): boolean {
  return next !== undefined && next.kind === marker.kind && next.ordinal === marker.ordinal + 1
}

function place(part: PartDraft, marker: Marker): void {
  const rank = MARKER_RANK[marker.kind]
  while (part.stack.length > 0 && rankOfTop(part) >= rank) part.stack.pop()
  const draft: Draft = { marker, children: [] }
  const parent = part.stack.at(-1)
  ;(parent?.children ?? part.roots).push(draft)
  part.stack.push(draft)
  part.last.set(marker.kind, marker.ordinal)
  part.lastMarker = marker
}

function rankOfTop(part: PartDraft): number {
  const top = part.stack.at(-1)
  return top === undefined ? -1 : MARKER_RANK[top.marker.kind]
}

function finishNodes(drafts: readonly Draft[], end: number): OutlineNode[] {
  return drafts.map((draft, index) => {
    const nodeEnd = drafts[index + 1]?.marker.numberStart ?? end
    const children = finishNodes(draft.children, nodeEnd)
    return {
      marker: draft.marker,
      start: draft.marker.numberStart,
      ownEnd: children[0]?.start ?? nodeEnd,
      end: nodeEnd,
      children,
    }
  })
}
