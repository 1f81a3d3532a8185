/**
 * Gap: over PGlite, which has one connection, @supabase/lite sends the BEGIN, the SET ROLE, the query and the COMMIT of
 * two requests in any order, so that a request could run with the role and the claims of another.
 *
 * Delete this file when lite's own PGlite driver lets one transaction finish before the next begins.
 */
import type { PgliteConnection } from '@supabase/lite/pglite'
import {
  CompiledQuery,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
} from 'kysely'
import type { Turns } from '../turns'

/** Gives `connection` a query builder whose transactions, and single queries, take turns. */
export function queueTransactions(connection: PgliteConnection, turns: Turns): void {
  connection.kysely = new Kysely({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new QueueingDriver(connection, turns),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
}

class QueueingDriver implements Driver {
  readonly #running = new WeakMap<DatabaseConnection, () => void>()

  constructor(
    private readonly pglite: PgliteConnection,
    private readonly turns: Turns,
  ) {}

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    const done = await this.turns.take()
    const connection = new TurnConnection(this.pglite)
    this.#running.set(connection, done)
    return connection
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    this.#running.get(connection)?.()
    this.#running.delete(connection)
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin'))
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'))
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'))
  }

  async destroy(): Promise<void> {}
}

class TurnConnection implements DatabaseConnection {
  constructor(private readonly pglite: PgliteConnection) {}

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const result = await this.pglite.driver.query<Row>(query.sql, [...query.parameters])
    const changed = result.affectedRows
    return changed === undefined
      ? { rows: result.rows }
      : { rows: result.rows, numAffectedRows: BigInt(changed) }
  }

  // eslint-disable-next-line require-yield
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('PGlite cannot stream')
  }
}
