import { Worker } from 'node:worker_threads'
import type { PgliteFiles } from './open-pglite'
import type { WorkerAnswer, WorkerRequest } from './pglite-worker'
import { StatementClock } from './statement-clock'

interface Asked {
  resolve(bytes: Uint8Array): void
  reject(error: Error): void
}

/** One life of the thread that PGlite runs in: from its opening until it is closed, ends by itself or is ended. */
export class PgliteThread {
  readonly #worker: Worker
  readonly #clock: StatementClock
  readonly #asked: Asked[] = []
  readonly #loss = new AbortController()
  readonly #exited: Promise<void>
  #isClosing = false

  private constructor(files: PgliteFiles, longestStatementMs: number) {
    this.#clock = new StatementClock(longestStatementMs, () => {
      this.#lose(new Error(`no answer for ${longestStatementMs / 1000} seconds`))
    })
    // Nothing of how this process was started is the thread's business: it finds TypeScript by itself.
    this.#worker = new Worker(new URL('./pglite-worker.mjs', import.meta.url), { execArgv: [], workerData: files })
    this.#worker.on('message', (answer: WorkerAnswer) => this.#receive(answer))
    this.#worker.on('messageerror', (error) => this.#lose(error))
    this.#worker.on('error', (error) => this.#lose(error))
    this.#exited = new Promise((resolve) => {
      this.#worker.on('exit', (code) => {
        this.#lose(new Error(`the thread of the database ended with ${code}`))
        resolve()
      })
    })
  }

  /** Opens the database in a thread of its own; rejects when that is not possible. */
  static async open(files: PgliteFiles, longestStatementMs: number): Promise<PgliteThread> {
    const thread = new PgliteThread(files, longestStatementMs)
    try {
      await thread.#answered()
      return thread
    } catch (error) {
      await thread.end()
      throw error
    }
  }

  /** Aborted when the thread is gone; what was asked and not answered is rejected then. */
  get lost(): AbortSignal {
    return this.#loss.signal
  }

  /** Says whether a statement may take as long as it likes. */
  bePatient(isPatient: boolean): void {
    this.#clock.isStopped = isPatient
  }

  /** Passes on what a client says in PostgreSQL's protocol and returns the answer. */
  async speak(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
    const working = this.#clock.begin()
    try {
      return await this.#ask({ kind: 'speak', bytes })
    } finally {
      working.end()
    }
  }

  /** The whole database as a tar file. */
  dump(): Promise<Uint8Array> {
    return this.#ask({ kind: 'dump' })
  }

  /** Closes the database and ends the thread; one that does not manage in time is ended as by a crash. */
  async close(graceMs: number): Promise<void> {
    if (this.lost.aborted) return this.#exited
    this.#isClosing = true
    const timer = setTimeout(() => void this.#worker.terminate(), graceMs)
    await this.#ask({ kind: 'close' }).catch(() => undefined)
    await this.#exited
    clearTimeout(timer)
  }

  /** Ends the thread at once, whatever it is doing. */
  async end(): Promise<void> {
    await this.#worker.terminate()
    await this.#exited
  }

  #ask(request: WorkerRequest): Promise<Uint8Array> {
    if (this.lost.aborted) return Promise.reject(this.lost.reason)
    this.#worker.postMessage(request, request.kind === 'speak' ? [request.bytes.buffer] : [])
    return this.#answered()
  }

  #answered(): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      this.#asked.push({ resolve, reject })
    })
  }

  #receive(answer: WorkerAnswer): void {
    const asked = this.#asked.shift()
    if ('failure' in answer) asked?.reject(new Error(answer.failure))
    else asked?.resolve(answer.bytes)
  }

  #lose(reason: Error): void {
    if (this.lost.aborted) return
    if (!this.#isClosing) void this.#worker.terminate()
    for (const { reject } of this.#asked.splice(0)) reject(reason)
    this.#loss.abort(reason)
  }
}
