/** One row of a status table: the stored value and the words people read. */
export interface VocabularyEntry {
  readonly value: string
  readonly label: string
}

/** A closed list of values, each with its label and whatever else its table says about it. */
export interface Vocabulary<Entry extends VocabularyEntry> {
  readonly entries: readonly Entry[]
  readonly values: readonly Entry['value'][]
  /** The whole row of a value. */
  of(value: Entry['value']): Entry
  /** The words for a value. */
  label(value: Entry['value']): string
  /** Whether a string from outside is one of the values. */
  is(value: unknown): value is Entry['value']
  /** A string from outside as a value; an unknown one is an error, because guessing would mislead. */
  parse(value: unknown): Entry['value']
}

/** Raised when the server sends a value this build does not know. */
export class UnknownValueError extends Error {
  override readonly name = 'UnknownValueError'
  readonly code = 'unknown_value'
}

/** Makes a vocabulary from its table; the order of the rows is the order in lists. */
export function defineVocabulary<const Entry extends VocabularyEntry>(entries: readonly Entry[]): Vocabulary<Entry> {
  const byValue = new Map<unknown, Entry>(entries.map((entry) => [entry.value, entry]))
  const of = (value: unknown): Entry => {
    const entry = byValue.get(value)
    if (entry === undefined) throw new UnknownValueError(`unknown value: ${String(value)}`)
    return entry
  }
  return {
    entries,
    values: entries.map((entry) => entry.value),
    of,
    label: (value) => of(value).label,
    is: (value): value is Entry['value'] => byValue.has(value),
    parse: (value) => of(value).value,
  }
}
