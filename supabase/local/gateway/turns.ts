/** How long one piece of work may wait for its turn before it is told that the database is stuck. */
const LONGEST_WAIT_MS = 60_000

/** Hands out turns one after the other: the next caller goes on only when the one before has called its `done`. */
export class Turns {
  #last: Promise<void> = Promise.resolve()

  /** Waits for the turn and returns the function that ends it. */
  async take(): Promise<() => void> {
    const before = this.#last
    let done: () => void = () => undefined
    this.#last = new Promise((resolve) => {
      done = resolve
    })
    try {
      await withinTime(before)
    } catch (error) {
      // Whoever waits behind us still waits for whoever is before us.
      void before.then(done)
      throw error
    }
    return done
  }

  /** Runs `work` in one turn. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    const done = await this.take()
    try {
      return await work()
    } finally {
      done()
    }
  }
}

/** Rejects when `before` is not settled in time, so that a nested wait becomes an error and not a dead server. */
async function withinTime(before: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the database stayed busy for too long')), LONGEST_WAIT_MS)
  })
  try {
    await Promise.race([before, tooLong])
  } finally {
    clearTimeout(timer)
  }
}
