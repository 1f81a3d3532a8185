import type { PostgresConnection } from '@supabase/lite/postgres'
import type { Database, Session } from './database'
import { answerEveryError } from '../gaps/error-answers'
import { askInOneGo } from '../gaps/requests-in-one-go'
import { introspectOnce } from '../gaps/introspect-once'
import { alwaysUseRequestRole } from '../gaps/request-role'
import type { Lease } from './session'
import { useSessions } from './session-driver'
import type { SessionPool } from './session-pool'

/** Either engine as the rest of the server sees it: everything goes through the sessions of `pool`. */
export function pooledDatabase(
  engine: Database['engine'],
  connection: PostgresConnection,
  pool: SessionPool,
): Database {
  useSessions(connection, pool)
  alwaysUseRequestRole(connection)
  const listeners: (() => void)[] = []
  askInOneGo(connection, pool, () => listeners.forEach((each) => each()))
  answerEveryError(connection)
  introspectOnce(connection)
  return {
    engine,
    connection,
    query: (text, parameters, options) => pool.run((lease) => rows(lease, text, parameters), options),
    transaction: (work, options) =>
      pool.run(
        (lease) =>
          lease.transact(async () => {
            if (options?.isPatient === true) await lease.run("select set_config('statement_timeout', '0', true)")
            return work(sessionOn(lease))
          }),
        options,
      ),
    onSessionsEnded: (listener) => void listeners.push(listener),
    relearnTypes: () => pool.renew(),
    close: async () => {
      await pool.close()
      await connection.close()
    },
  }
}

function sessionOn(lease: Lease): Session {
  return {
    query: (text, parameters) => rows(lease, text, parameters),
    script: (text) => lease.script(text),
  }
}

async function rows<Row>(lease: Lease, text: string, parameters: readonly unknown[] = []): Promise<Row[]> {
  // The rows are those of the caller's statement.
  return [...(await lease.run(text, parameters))] as Row[]
}
