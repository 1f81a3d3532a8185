/** How far something is, as the database says it; null where nothing applies, so that nothing can be counted. */
export interface Progress {
  readonly percent: number | null
  /** What it will be once all that waits is approved; null when nothing waits. */
  readonly waitingPercent?: number | null
  /** Where the schedule says it should be. */
  readonly scheduledPercent?: number | null
}

const WHOLE = 100

/** A percent in whole points. What is not all of it is never shown as all of it: 99.67 is 99. */
export function shownPercent(percent: number): number {
  const rounded = Math.round(Math.min(WHOLE, Math.max(0, percent)))
  return rounded === WHOLE && percent < WHOLE ? WHOLE - 1 : rounded
}

/** A percent as it is written: 66%, or — where nothing applies. */
export function percentInWords(percent: number | null): string {
  return percent === null ? '—' : `${shownPercent(percent)}%`
}

/** Progress with all that stands beside it: 40%，另有待审核至 60%，序时进度 55%. */
export function progressInWords({ percent, waitingPercent, scheduledPercent }: Progress): string {
  const waiting = waitingPart({ percent, waitingPercent: waitingPercent ?? null })
  return [
    percentInWords(percent),
    waiting === 0 ? '' : `待审核至 ${percentInWords(waitingPercent ?? null)}`,
    scheduledPercent === undefined || scheduledPercent === null ? '' : `序时进度 ${percentInWords(scheduledPercent)}`,
  ]
    .filter((words) => words !== '')
    .join('，')
}

/** How much what waits would add to what was approved, in whole points. */
export function waitingPart({
  percent,
  waitingPercent,
}: Required<Pick<Progress, 'percent' | 'waitingPercent'>>): number {
  return waitingPercent === null ? 0 : Math.max(0, shownPercent(waitingPercent) - shownPercent(percent ?? 0))
}
