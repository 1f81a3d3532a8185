/**
 * Gap: handed the messages of PostgreSQL's extended protocol one by one, PGlite says ReadyForQuery right after an error,
 * and once more at the Sync, where PostgreSQL says it: a client then takes every answer for that of the statement before.
 * Its single session outlives a connection. And without a parsed call it keeps every answer in memory for good.
 *
 * Delete this file when PGlite answers the extended protocol as PostgreSQL does (and has sessions).
 */
import type { PGlite } from '@electric-sql/pglite'
import { MessageCutter, messageType } from '../database/wire-messages'

/** Messages of a batch that only its Sync ends. */
const INSIDE_A_BATCH: ReadonlySet<string> = new Set(['P', 'B', 'D', 'E', 'H', 'C'])
const READY_FOR_QUERY = 'Z'.charCodeAt(0)
const READY_LENGTH = 6

/** A client's side of PGlite: takes bytes of the protocol and returns the answer as PostgreSQL gives it. */
export class Conversation {
  readonly #cutter = new MessageCutter()

  constructor(private readonly database: PGlite) {}

  /** Answers the messages that are whole by now, each after what it wrote is flushed. */
  async answer(chunk: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
    const answers: Uint8Array[] = []
    for (const message of this.#cutter.take(chunk)) answers.push(await this.#answerOne(message))
    return joined(answers)
  }

  async #answerOne(message: Buffer): Promise<Uint8Array> {
    const type = messageType(message)
    if (type === '') await this.#startAnew()
    // The parsed call, as only that one lets go of what it has parsed.
    const { data } = await this.database.execProtocol(message, { throwOnError: false })
    return INSIDE_A_BATCH.has(type) ? withoutReady(data) : data
  }

  /** Leaves nothing of the connection before: no transaction, no setting, no prepared statement. */
  async #startAnew(): Promise<void> {
    await this.database.exec('rollback')
    await this.database.exec('discard all')
  }
}

function withoutReady(answer: Uint8Array): Uint8Array {
  const end = answer.length - READY_LENGTH
  return end >= 0 && answer[end] === READY_FOR_QUERY && isMessageStart(answer, end) ? answer.subarray(0, end) : answer
}

/** Whether a message begins at `end`, and not the rest of one whose content happens to hold this letter there. */
function isMessageStart(answer: Uint8Array, end: number): boolean {
  const view = new DataView(answer.buffer, answer.byteOffset, answer.byteLength)
  let at = 0
  while (at < end) at += 1 + view.getInt32(at + 1)
  return at === end
}

/** One array of its own, which may be given away to another thread. */
function joined(answers: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(answers.reduce((sum, each) => sum + each.length, 0))
  let at = 0
  for (const each of answers) {
    all.set(each, at)
    at += each.length
  }
  return all
}
