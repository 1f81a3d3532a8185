import { createPostgresConnection } from '@supabase/lite/postgres'
import type postgres from 'postgres'
import type { Database, Session } from './database'
import { answerEveryError } from './gaps/error-answers'
import { alwaysUseRequestRole } from './gaps/request-role'
import { jsonbOnce } from './gaps/twice-encoded-json'

/** No request may hold a connection for longer; migrations and scripts may. */
const REQUEST_TIMEOUT_MS = 30_000

type Parameter = postgres.ParameterOrJSON<never>

/** Opens a PostgreSQL server, version 15 or newer. */
export async function openPostgres(url: string): Promise<Database> {
  const connection = createPostgresConnection({
    url,
    postgresOptions: {
      onnotice: () => undefined,
      connect_timeout: 10,
      connection: { statement_timeout: REQUEST_TIMEOUT_MS },
      types: { jsonb: jsonbOnce },
    },
  })
  alwaysUseRequestRole(connection)
  answerEveryError(connection)
  const owner = connection.driver
  return {
    engine: 'postgres',
    connection,
    query: (text, parameters) => rows(owner, text, parameters),
    transaction: async <T>(work: (session: Session) => Promise<T>): Promise<T> => {
      const results: T[] = []
      await owner.begin(async (transaction) => {
        results.push(
          await work({
            query: (text, parameters) => rows(transaction, text, parameters),
            script: async (text) => {
              await transaction.unsafe(text).simple()
            },
          }),
        )
      })
      return first(results)
    },
    close: () => connection.close(),
  }
}

async function rows<Row>(sql: postgres.ISql, text: string, parameters: readonly unknown[] = []): Promise<Row[]> {
  // The driver's own type for a parameter leaves out what PostgreSQL accepts; the rows are the caller's statement.
  return [...(await sql.unsafe(text, parameters as Parameter[]))] as Row[]
}

function first<T>(results: readonly T[]): T {
  if (results.length === 0) throw new Error('the transaction ended without a result')
  return results[0] as T
}
