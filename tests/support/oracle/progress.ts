import { groupsOf } from './groups'
import type { ObligationRow } from './rows'

/** The mean of what has a percent; null where nothing has. */
export function mean(percents: readonly (number | null)[]): number | null {
  const counted = percents.filter((percent) => percent !== null)
  return counted.length === 0 ? null : counted.reduce((sum, percent) => sum + percent, 0) / counted.length
}

/**
 * “The task's progress is that of its leads (mean), else the mean of its responsible units. … Over several milestones a
 * task's progress is their mean, weighted where the lead office gave weights.”
 */
export function progressOf(
  rows: readonly ObligationRow[],
  percentOf: (row: ObligationRow) => number | null,
): number | null {
  let [sum, weights] = [0, 0]
  for (const own of groupsOf(rows, ({ milestoneId }) => milestoneId).values()) {
    const percent = mean(own.map(percentOf))
    if (percent === null) continue
    const weight = own[0]?.weight ?? 1
    sum += percent * weight
    weights += weight
  }
  return weights === 0 ? null : Math.round((sum / weights) * 10_000) / 10_000
}

/** “What is handed in and not yet reviewed shows as a lighter part beside the approved one”: the mean if it is approved. */
export function waitingProgressOf(rows: readonly ObligationRow[]): number | null {
  if (!rows.some(({ awaitingSince }) => awaitingSince !== null)) return null
  return progressOf(rows, (row) => (row.awaitingSince === null ? row.percent : row.waitingPercent))
}
