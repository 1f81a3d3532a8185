import { createPostgresConnection, type PostgresConnection } from '@supabase/lite/postgres'
import type postgres from 'postgres'
import type { Database } from './database'
import { numericAsNumber } from '../gaps/numbers-as-text'
import { jsonbOnce } from '../gaps/twice-encoded-json'
import { pooledDatabase } from './pooled-database'
import type { Client } from './session'
import { SessionPool } from './session-pool'

/** No request may hold a connection for longer; migrations and scripts may. */
const REQUEST_TIMEOUT_MS = 30_000
/** As many requests are answered at the same moment. */
const CONNECTIONS = 10

type Options = postgres.Options<Record<string, postgres.PostgresType>>

/** Opens a PostgreSQL server, version 15 or newer. */
export async function openPostgres(url: string): Promise<Database> {
  const pool = new SessionPool(async () => connectOnce(url), CONNECTIONS)
  return pooledDatabase('postgres', connectionTo(url), pool)
}

function connectOnce(url: string): Client {
  const lost = new AbortController()
  const { driver } = connectionTo(url, {
    onclose: () => lost.abort(new Error('PostgreSQL closed the connection')),
    connect_timeout: 10,
    connection: { statement_timeout: REQUEST_TIMEOUT_MS },
  })
  return {
    sql: driver,
    lost: lost.signal,
    bePatient: () => undefined,
    // What is prepared would not be found again behind a pooler.
    isWorthPreparing: () => false,
    end: () => driver.end({ timeout: 5 }),
  }
}

/** What lite makes of an address; its driver connects when it is first used. A connection is kept until we end it. */
export function connectionTo(url: string, options: Options = {}): PostgresConnection {
  return createPostgresConnection({
    url,
    postgresOptions: {
      max: 1,
      // Older ones are ended between two pieces of work; the driver would do it in the middle of one.
      max_lifetime: null,
      onnotice: () => undefined,
      types: { jsonb: jsonbOnce, numeric: numericAsNumber },
      ...options,
    },
  })
}
