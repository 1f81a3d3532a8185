import { EventEmitter } from 'node:events'
import type { PgliteThread } from './pglite-thread'

/**
 * What the PostgreSQL driver takes for a connection, and is a way to the thread of PGlite. When the thread is gone it
 * just falls silent: the driver, which would try to connect anew with what was under way, is thrown away then.
 */
export class ThreadSocket extends EventEmitter {
  readyState: 'open' | 'closed' = 'open'

  constructor(private readonly thread: PgliteThread) {
    super()
  }

  write(chunk: Uint8Array): boolean {
    // A copy: its memory goes over to the thread.
    this.thread.speak(new Uint8Array(chunk)).then(
      (answer) => {
        if (answer.length > 0) this.emit('data', Buffer.from(answer.buffer, answer.byteOffset, answer.byteLength))
      },
      () => undefined,
    )
    return true
  }

  end(): void {
    this.destroy()
  }

  destroy(): void {
    if (this.readyState === 'closed') return
    this.readyState = 'closed'
    setImmediate(() => this.emit('close', false))
  }
}
