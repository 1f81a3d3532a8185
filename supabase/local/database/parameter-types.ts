const MOST_STATEMENTS = 2_000
/** What is longer is a list of values in ever new lengths, which is not asked again. */
const LONGEST_TEXT = 8_000

const TYPES = { timestamptz: 1184, bytea: 17, boolean: 16, bigint: 20, unknown: 0 } as const

/** The type that the driver sees in a value before it asks the server; 0 is for the server to say. */
export function inferredType(value: unknown): number {
  if (value instanceof Date) return TYPES.timestamptz
  if (value instanceof Uint8Array) return TYPES.bytea
  if (typeof value === 'boolean') return TYPES.boolean
  if (typeof value === 'bigint') return TYPES.bigint
  return Array.isArray(value) ? inferredType(value[0]) : TYPES.unknown
}

/**
 * What the server said of the parameters of statements that come again and again, so that it is asked once. The types go
 * along with each statement: where they have changed since, the server says so instead of reading a value differently.
 */
export class ParameterTypes {
  readonly #known = new Map<string, readonly number[]>()

  of(text: string, inferred: readonly number[]): readonly number[] | undefined {
    return this.#known.get(keyOf(text, inferred))
  }

  keep(text: string, inferred: readonly number[], types: readonly number[]): void {
    if (text.length > LONGEST_TEXT) return
    if (this.#known.size >= MOST_STATEMENTS) this.#known.clear()
    this.#known.set(keyOf(text, inferred), types)
  }

  /** To be asked again: the statement has just failed. */
  forget(text: string, inferred: readonly number[]): void {
    this.#known.delete(keyOf(text, inferred))
  }
}

function keyOf(text: string, inferred: readonly number[]): string {
  return `${inferred.join(' ')} ${text}`
}
