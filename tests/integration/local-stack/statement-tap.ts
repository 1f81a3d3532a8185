import { Socket } from 'node:net'
import { PgliteThread } from '../../../supabase/local/database/pglite-thread'
import { MessageCutter, messageType } from '../../../supabase/local/database/wire-messages'

/** Hears every statement that this process sends to the database, whoever sends it. */
export class StatementTap {
  readonly #cutters = new WeakMap<object, MessageCutter>()
  #parsed = ''
  #heard: string[] = []
  #untap: () => void = () => undefined

  constructor() {
    const server = process.env['DATABASE_URL']
    if (server === undefined) this.#tapThread()
    else this.#tapSockets(Number(new URL(server).port || 5432))
  }

  /** Hears no more; others in this process are as they were. */
  end(): void {
    this.#untap()
  }

  /** The statements that `work` was answered with. */
  async during(work: () => Promise<unknown>): Promise<string[]> {
    this.#heard = []
    await work()
    return this.#heard
  }

  // By hand: what vitest spies on is let go before each test.
  #tapThread(): void {
    const { speak } = PgliteThread.prototype
    const hear = (wire: object, bytes: Uint8Array) => this.#hear(wire, bytes)
    PgliteThread.prototype.speak = function (this: PgliteThread, bytes) {
      hear(this, bytes)
      return speak.call(this, bytes)
    }
    this.#untap = () => {
      PgliteThread.prototype.speak = speak
    }
  }

  #tapSockets(port: number): void {
    const { write } = Socket.prototype
    const hear = (wire: object, bytes: Uint8Array) => this.#hear(wire, bytes)
    Socket.prototype.write = function (this: Socket, ...words: unknown[]): boolean {
      const [bytes] = words
      if (this.remotePort === port && bytes instanceof Uint8Array) hear(this, bytes)
      return Reflect.apply(write, this, words)
    }
    this.#untap = () => {
      Socket.prototype.write = write
    }
  }

  #hear(wire: object, bytes: Uint8Array): void {
    const cutter = this.#cutters.get(wire) ?? new MessageCutter()
    this.#cutters.set(wire, cutter)
    for (const message of cutter.take(new Uint8Array(bytes))) {
      const type = messageType(message)
      if (type === 'P') this.#parsed = message.toString('utf8', message.indexOf(0, 5) + 1).split('\0')[0] ?? ''
      if (type === 'E') this.#heard.push(this.#parsed)
      if (type === 'Q') this.#heard.push(message.toString('utf8', 5, message.length - 1))
    }
  }
}
