import { createPostgresConnection, type PostgresConnection } from '@supabase/lite/postgres'
import type postgres from 'postgres'
import type { Database, Session } from './database'
import { answerEveryError } from './gaps/error-answers'
import { numericAsNumber } from './gaps/numbers-as-text'
import { alwaysUseRequestRole } from './gaps/request-role'
import { jsonbOnce } from './gaps/twice-encoded-json'

/** No request may hold a connection for longer; migrations and scripts may. */
const REQUEST_TIMEOUT_MS = 30_000

type Parameter = postgres.ParameterOrJSON<never>

/** Opens a PostgreSQL server, version 15 or newer. */
export async function openPostgres(url: string): Promise<Database> {
  const connection = connect(url)
  alwaysUseRequestRole(connection)
  answerEveryError(connection)
  return {
    engine: 'postgres',
    connection,
    query: (text, parameters) => rows(connection.driver, text, parameters),
    transaction: (work) => transact(connection.driver, work),
    relearnTypes: async () => {
      const before = connection.driver
      const { driver, kysely } = connect(url)
      Object.assign(connection, { driver, kysely })
      await before.end()
    },
    close: () => connection.close(),
  }
}

function connect(url: string): PostgresConnection {
  return createPostgresConnection({
    url,
    postgresOptions: {
      onnotice: () => undefined,
      connect_timeout: 10,
      connection: { statement_timeout: REQUEST_TIMEOUT_MS },
      types: { jsonb: jsonbOnce, numeric: numericAsNumber },
    },
  })
}

async function transact<T>(owner: postgres.Sql, work: (session: Session) => Promise<T>): Promise<T> {
  const results: T[] = []
  await owner.begin(async (transaction) => {
    const session: Session = {
      query: (text, parameters) => rows(transaction, text, parameters),
      script: async (text) => {
        await transaction.unsafe(text).simple()
      },
    }
    results.push(await work(session))
  })
  return first(results)
}

async function rows<Row>(sql: postgres.ISql, text: string, parameters: readonly unknown[] = []): Promise<Row[]> {
  // The driver's own type for a parameter leaves out what PostgreSQL accepts; the rows are the caller's statement.
  return [...(await sql.unsafe(text, parameters as Parameter[]))] as Row[]
}

function first<T>(results: readonly T[]): T {
  if (results.length === 0) throw new Error('the transaction ended without a result')
  return results[0] as T
}
