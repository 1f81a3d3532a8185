import { DatabaseLostError } from './database-lost'
import type { PgliteFiles } from './open-pglite'
import { PgliteThread } from './pglite-thread'

const ATTEMPTS = 3
const PAUSE_MS = 1000

export interface KeptOpenOptions {
  files: PgliteFiles
  /** When a statement counts as stuck. */
  longestStatementMs: number
  /** Called when the database cannot be opened again; ends the process. */
  giveUp(reason: string): void
}

/**
 * PGlite that is opened again when its thread ended or was ended. Its log brings back everything acknowledged, as after
 * a crash; a database in memory has no log and is gone for good.
 */
export class KeptOpen {
  #current: Promise<PgliteThread>
  #isClosing = false

  private constructor(
    thread: PgliteThread,
    private readonly options: KeptOpenOptions,
  ) {
    this.#current = Promise.resolve(thread)
    this.#watch(thread)
  }

  static async open(options: KeptOpenOptions): Promise<KeptOpen> {
    const thread = await PgliteThread.open(options.files, options.longestStatementMs)
    // What it was made from is not needed again, and may be large.
    const { dump: _used, ...files } = options.files
    return new KeptOpen(thread, { ...options, files })
  }

  /** The thread of now, or of when the database is open again. */
  current(): Promise<PgliteThread> {
    return this.#current
  }

  async close(graceMs: number): Promise<void> {
    this.#isClosing = true
    const thread = await this.#current.catch(() => undefined)
    await thread?.close(graceMs)
  }

  #watch(thread: PgliteThread): void {
    const onLoss = () => {
      if (this.#isClosing) return
      console.error(`数据库中断（${reasonOf(thread.lost.reason)}），正在重新打开……`)
      this.#current = this.#openAgain(thread)
      // Whoever needs the database is told; nobody may be there at this moment.
      this.#current.catch(() => undefined)
    }
    thread.lost.addEventListener('abort', onLoss, { once: true })
  }

  async #openAgain(before: PgliteThread): Promise<PgliteThread> {
    const { files, longestStatementMs, giveUp } = this.options
    if (files.folder === undefined) throw new DatabaseLostError('database_restarted', 'what was in memory is gone')
    // Two of them on the same files would destroy them.
    await before.end()
    let reason = ''
    for (let attempt = 0; attempt < ATTEMPTS && !this.#isClosing; attempt += 1) {
      if (attempt > 0) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
      try {
        const thread = await PgliteThread.open({ folder: files.folder }, longestStatementMs)
        this.#watch(thread)
        console.error('数据库已重新打开。')
        return thread
      } catch (error) {
        reason = reasonOf(error)
      }
    }
    if (!this.#isClosing) giveUp(reason)
    throw new DatabaseLostError('database_restarted', reason)
  }
}

function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''
}
