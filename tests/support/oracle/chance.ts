import { must } from '../actors'
import { seededRandom } from '../seeded-random'

/** Chance that is the same for the same seed. */
export interface Chance {
  /** Whether something happens that happens so often. */
  is(share: number): boolean
  /** A whole number between two, both included. */
  between(least: number, most: number): number
  pick<T>(from: readonly T[]): T
  /** So many of them, in no order. */
  some<T>(from: readonly T[], count: number): T[]
}

/** Chance from a seed. */
export function chanceOf(seed: number): Chance {
  const next = seededRandom(seed)
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    is: (share) => next() < share,
    between,
    pick: (from) => must(from[between(0, from.length - 1)]),
    some: (from, count) => {
      const left = [...from]
      return Array.from({ length: Math.min(count, left.length) }, () =>
        must(left.splice(between(0, left.length - 1), 1)[0]),
      )
    },
  }
}
