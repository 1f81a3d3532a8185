import type { Signal } from '@/domain/signal/signal-vocabulary'

/** One found task. */
export interface SearchHit {
  readonly id: string
  /** The number as written in the plan. */
  readonly ordinal: string
  readonly title: string
  /** Plan and units, on the second line. */
  readonly detail: string
  readonly signal: Signal
  readonly isComplete: boolean
  readonly path: string
}

/** Finds tasks by number, words or unit. */
export type Search = (text: string, signal: AbortSignal) => Promise<readonly SearchHit[]>
