import type { Connection } from '@supabase/lite'
import {
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
  type TransactionSettings,
} from 'kysely'
import type { Lease } from './session'
import type { SessionPool } from './session-pool'

const CHANGES: ReadonlySet<string> = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])

/** Makes `connection` do its queries and transactions on the sessions of `pool`. */
export function useSessions(connection: Connection, pool: SessionPool): void {
  connection.kysely = kyselyOn(new SessionDriver(pool))
}

/** The query builder that lite uses, on a driver of ours. */
export function kyselyOn(driver: Driver): Connection['kysely'] {
  return new Kysely({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => driver,
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
}

class SessionDriver implements Driver {
  readonly #lent = new WeakMap<DatabaseConnection, Lease>()

  constructor(private readonly pool: SessionPool) {}

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    const lease = await this.pool.take()
    const connection = new SessionConnection(lease)
    this.#lent.set(connection, lease)
    return connection
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    this.#lent.get(connection)?.release()
  }

  async beginTransaction(
    connection: DatabaseConnection,
    { isolationLevel, accessMode }: TransactionSettings,
  ): Promise<void> {
    const level = isolationLevel === undefined ? '' : ` isolation level ${isolationLevel}`
    await this.#lent.get(connection)?.run(`begin${level} ${accessMode ?? ''}`)
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await this.#lent.get(connection)?.run('commit')
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await this.#lent.get(connection)?.rollBack()
  }

  async destroy(): Promise<void> {}
}

class SessionConnection implements DatabaseConnection {
  constructor(private readonly lease: Lease) {}

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const result = await this.lease.run(sql, parameters)
    return asQueryResult([...result], result.command, result.count)
  }

  // eslint-disable-next-line require-yield
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('answers are not streamed')
  }
}

/** An answer of the database as the query builder takes it. */
export function asQueryResult<Row>(rows: readonly object[], command: string, count: number | null): QueryResult<Row> {
  // The rows are those of the caller's statement.
  const typed = rows as Row[]
  return CHANGES.has(command) ? { rows: typed, numAffectedRows: BigInt(count ?? 0) } : { rows: typed }
}
