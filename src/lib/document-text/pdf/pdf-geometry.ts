/** A run of text on a page. The origin is the page's top left corner, lengths are in points. */
export interface Fragment {
  readonly text: string
  readonly left: number
  readonly right: number
  /** The line the characters stand on. */
  readonly baseline: number
  readonly size: number
}

/** A straight line drawn on the page, horizontal or vertical. */
export interface Ruling {
  readonly isVertical: boolean
  /** Where it stands: y of a horizontal, x of a vertical one. */
  readonly at: number
  readonly from: number
  readonly to: number
}

export interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** What one page shows, before anything is made of it. */
export interface PageContent {
  readonly width: number
  readonly height: number
  readonly fragments: readonly Fragment[]
  readonly rulings: readonly Ruling[]
}

export type Matrix = readonly [number, number, number, number, number, number]

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/** First `inner`, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer
  const [g, h, i, j, k, l] = inner
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

/** Where a point comes to lie. */
export function apply(matrix: Matrix, x: number, y: number): readonly [number, number] {
  return [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]]
}

/** A matrix from an untyped source. */
export function toMatrix(value: unknown): Matrix | undefined {
  if (!Array.isArray(value) && !ArrayBuffer.isView(value)) return undefined
  const numbers = numbersOf(value)
  const [a, b, c, d, e, f] = numbers
  if (a === undefined || b === undefined || c === undefined || d === undefined || e === undefined || f === undefined)
    return undefined
  return [a, b, c, d, e, f]
}

/** The finite numbers of an array, a typed array, or an object with indices. */
export function numbersOf(value: unknown): number[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).filter(
    (item: unknown): item is number => typeof item === 'number' && Number.isFinite(item),
  )
}

/** The value that `share` of the numbers do not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.slice().sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

/** The smallest and the largest of any number of values, which argument lists cannot hold. */
export function rangeOf(values: readonly number[]): readonly [smallest: number, largest: number] {
  let smallest = Number.POSITIVE_INFINITY
  let largest = Number.NEGATIVE_INFINITY
  for (const value of values) {
    smallest = Math.min(smallest, value)
    largest = Math.max(largest, value)
  }
  return [smallest, largest]
}

/** A character's usual width in its own size: ideographs are square, Latin letters about half as wide. */
export function characterWidth(character: string): number {
  return /[\u2e80-\ufaff\uff00-\uff60\u2014\u2018-\u201d\u2026\u2460-\u24ff]/.test(character) ? 1 : 0.5
}
