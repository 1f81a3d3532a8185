const TICKS = 10

/** Ended when the statement is answered. */
interface Working {
  end(): void
}

/**
 * Tells when one statement has been unanswered for too long. It counts ticks instead of looking at the time: a computer
 * that was asleep, or a server that was itself busy and has not read the answer yet, counts for one tick at most.
 */
export class StatementClock {
  /** Set while a statement may take as long as it likes. */
  isStopped = false

  constructor(
    private readonly longestMs: number,
    private readonly tooLong: () => void,
  ) {}

  begin(): Working {
    let ticks = 0
    const timer = setInterval(() => {
      if (this.isStopped) return
      ticks += 1
      if (ticks >= TICKS) this.tooLong()
    }, this.longestMs / TICKS)
    return { end: () => clearInterval(timer) }
  }
}
