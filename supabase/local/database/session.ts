import type postgres from 'postgres'
import { DatabaseLostError } from './database-lost'
import { textField } from '../gateway/handler'

/** A driver with a single connection; when that is lost, the client is done with. */
export interface Client {
  readonly sql: postgres.Sql
  /** Aborted when the connection is gone. */
  readonly lost: AbortSignal
  /** Says whether a statement may take as long as it likes. */
  bePatient(isPatient: boolean): void
  /** Whether a statement comes again and again in the same words, so that preparing it saves a way to the database. */
  isWorthPreparing(text: string): boolean
  end(): Promise<void>
}

type Result = postgres.RowList<postgres.Row[]>
type Parameter = postgres.ParameterOrJSON<never>

/** What the driver itself reports of a connection that failed; codes of PostgreSQL have five characters. */
const CONNECTION_FAILED = /^(CONNECT|E[A-Z]{3,}|57P0[123]$|08\w{3}$)/

/**
 * One session of the database, lent to one piece of work. When it is lost, everything that its holder still tries fails:
 * nothing is ever sent on to the session that came after.
 */
export class Lease {
  #last: Promise<unknown> = Promise.resolve()
  #isUsable = true
  #isReleased = false

  constructor(
    private readonly client: Client,
    private readonly giveBack: (isUsable: boolean) => void,
  ) {}

  get isLost(): boolean {
    return !this.#isUsable || this.client.lost.aborted
  }

  /** Runs one statement, after those before it. */
  run(text: string, parameters: readonly unknown[] = []): Promise<Result> {
    // The driver's own type for a parameter leaves out what PostgreSQL accepts.
    const given = parameters as Parameter[]
    return this.#inTurn((sql) => sql.unsafe(text, given, { prepare: this.client.isWorthPreparing(text) }))
  }

  /** Runs several statements without parameters. */
  async script(text: string): Promise<void> {
    await this.#inTurn((sql) => sql.unsafe(text).simple())
  }

  /** Runs `work` in one transaction: all of it or nothing. */
  async transact<T>(work: () => Promise<T>): Promise<T> {
    await this.run('begin')
    try {
      const result = await work()
      await this.run('commit')
      return result
    } catch (error) {
      await this.rollBack()
      throw error
    }
  }

  /** Undoes the transaction under way; that of a lost session is undone already. */
  async rollBack(): Promise<void> {
    if (this.isLost) return
    await this.run('rollback').catch(() => {
      this.#isUsable = false
    })
  }

  /** Lets the next one have the session. */
  release(): void {
    if (this.#isReleased) return
    this.#isReleased = true
    this.giveBack(!this.isLost)
  }

  #inTurn<T>(send: (sql: postgres.Sql) => Promise<T>): Promise<T> {
    const result = this.#last.then(() => this.#send(send))
    this.#last = result.catch(() => undefined)
    return result
  }

  async #send<T>(send: (sql: postgres.Sql) => Promise<T>): Promise<T> {
    if (this.isLost) throw this.#lost(this.client.lost.reason)
    if (this.#isReleased) throw new Error('the session was given back')
    try {
      return await unlessLost(send(this.client.sql), this.client.lost)
    } catch (error) {
      const hasFailed = CONNECTION_FAILED.test(textField(error, 'code') ?? '')
      if (!hasFailed && !this.client.lost.aborted) throw error
      throw this.#lost(hasFailed ? error : this.client.lost.reason)
    }
  }

  /** Others need not wait until the holder has noticed. */
  #lost(reason: unknown): DatabaseLostError {
    this.#isUsable = false
    this.release()
    return new DatabaseLostError('database_restarted', reason)
  }
}

/** Settles as `answer` does, or rejects when the connection is lost, of which the driver need not tell. */
async function unlessLost<T>(answer: Promise<T>, lost: AbortSignal): Promise<T> {
  let tell: () => void = () => undefined
  const loss = new Promise<never>((_, reject) => {
    tell = () => reject(new Error('the connection was lost', { cause: lost.reason }))
    lost.addEventListener('abort', tell)
  })
  try {
    return await Promise.race([answer, loss])
  } finally {
    lost.removeEventListener('abort', tell)
  }
}
