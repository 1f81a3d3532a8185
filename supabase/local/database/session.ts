import type postgres from 'postgres'
import { DatabaseLostError } from './database-lost'
import type { Answer, Pipeline, Statement } from './pipeline'
import { textField } from '../gateway/handler'

/** A driver with a single connection; when that is lost, the client is done with. */
export interface Client {
  readonly sql: postgres.Sql
  /** The same connection for several statements in one go. */
  readonly pipeline: Pipeline
  /** Aborted when the connection is gone. */
  readonly lost: AbortSignal
  /** Says whether a statement may take as long as it likes. */
  bePatient(isPatient: boolean): void
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
    // What is prepared would not be found again behind a pooler.
    return this.#inTurn(({ sql }) => sql.unsafe(text, given, { prepare: false }))
  }

  /** Runs several statements without parameters. */
  async script(text: string): Promise<void> {
    await this.#inTurn(({ sql }) => sql.unsafe(text).simple())
  }

  /** Runs statements in one go, in a new transaction that is committed with `isLast` and stays open without. */
  together(statements: readonly Statement[], isLast: boolean): Promise<Answer[]> {
    return this.#inTurn(({ pipeline }) => pipeline.begin(statements, isLast))
  }

  /** Runs statements in the transaction that `together` left open, and in no other. */
  goOn(statements: readonly Statement[], isLast: boolean): Promise<Answer[]> {
    return this.#inTurn(({ pipeline }) => pipeline.goOn(statements, isLast))
  }

  /** Undoes what `together` left open. */
  async undo(): Promise<void> {
    if (this.isLost) return
    await this.#inTurn(({ pipeline }) => pipeline.undo()).catch(() => {
      this.#isUsable = false
    })
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
    // A transaction that nobody ended goes with its session; nobody else ever finds themselves in it.
    this.giveBack(!this.isLost && !this.client.pipeline.isOpen)
  }

  #inTurn<T>(send: (client: Client) => Promise<T>): Promise<T> {
    const result = this.#last.then(() => this.#send(send))
    this.#last = result.catch(() => undefined)
    return result
  }

  async #send<T>(send: (client: Client) => Promise<T>): Promise<T> {
    if (this.isLost) throw this.#lost(this.client.lost.reason)
    if (this.#isReleased) throw new Error('the session was given back')
    try {
      return await unlessLost(send(this.client), this.client.lost)
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
export async function unlessLost<T>(answer: Promise<T>, lost: AbortSignal): Promise<T> {
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
