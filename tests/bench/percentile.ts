/** The smallest of the sorted values that at least `percent` of them do not exceed (nearest rank); NaN of nothing. */
export function percentile(sorted: readonly number[], percent: number): number {
  const rank = Math.max(1, Math.ceil((percent / 100) * sorted.length))
  return sorted[rank - 1] ?? Number.NaN
}
