import { MARKER_RANK, type Marker } from './markers'

/** One "（一）" after a "1." may be chance, or a number that a scan has lost. */
const FEWEST_TURNS = 2

/**
 * Where a document numbers its chapters "1." and their items "（一）", against the official order, its "1." stand as
 * high as articles do.
 */
export function withOrderOfUse(markers: readonly Marker[]): Marker[] {
  return isReversed(markers)
    ? markers.map((marker) =>
        marker.kind === 'arabic' && marker.atLineStart ? { ...marker, kind: 'article' } : marker,
      )
    : [...markers]
}

/** Most "1." open a new run of "（一）", and no "（一）" opens a run of "1.". */
function isReversed(markers: readonly Marker[]): boolean {
  const high = markers.filter((marker) => marker.atLineStart && MARKER_RANK[marker.kind] <= MARKER_RANK.arabic)
  let turns = 0
  let items = 0
  for (const [index, marker] of high.entries()) {
    const next = high[index + 1]
    if (marker.kind === 'arabic') items += 1
    if (next?.ordinal !== 1) continue
    if (marker.kind === 'chinese_paren' && next.kind === 'arabic') return false
    if (marker.kind === 'arabic' && next.kind === 'chinese_paren') turns += 1
  }
  return turns >= FEWEST_TURNS && turns * 2 >= items
}
