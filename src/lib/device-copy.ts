/** What was typed and has not reached the server. */
export interface KeptCopy<Content> {
  readonly content: Content
  /** The save on the server that it was typed on; null where that was not written down. */
  readonly baseRevision: number | null
  /** When it was typed, as an instant; may be any text. */
  readonly keptAt: string
}

/**
 * One person's copy of one subject in this browser: whoever else signs in here neither sees it nor writes over it.
 * A browser that refuses (private window, full) keeps nothing and says so.
 */
export class DeviceCopy<Content> {
  readonly #key: string
  readonly #parse: (content: unknown) => Content | null

  constructor(subject: string, userId: string, id: string, parse: (content: unknown) => Content | null) {
    this.#key = `${subject}:${userId}:${id}`
    this.#parse = parse
  }

  /** The copy kept here, or null; what cannot be read counts as none. */
  read(): KeptCopy<Content> | null {
    const kept = readKept(this.#key)
    const content = this.#parse(kept.content)
    if (content === null) return null
    const { baseRevision, keptAt } = kept
    return {
      content,
      baseRevision: typeof baseRevision === 'number' ? baseRevision : null,
      keptAt: typeof keptAt === 'string' ? keptAt : '',
    }
  }

  /** Whether the browser kept it. */
  keep(content: Content, baseRevision: number): boolean {
    try {
      const kept: KeptCopy<Content> = { content, baseRevision, keptAt: new Date().toISOString() }
      localStorage.setItem(this.#key, JSON.stringify(kept))
      return true
    } catch {
      return false
    }
  }

  forget(): void {
    forgetKept(this.#key)
  }
}

/** The fields of what is kept under a key; none of what cannot be read. */
export function readKept(key: string): Readonly<Record<string, unknown>> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
    return typeof kept === 'object' && kept !== null ? { ...kept } : {}
  } catch {
    return {}
  }
}

export function forgetKept(key: string): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // A browser without storage has kept nothing.
  }
}
