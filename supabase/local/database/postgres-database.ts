import { createPostgresConnection, type PostgresConnection } from '@supabase/lite/postgres'
import type postgres from 'postgres'
import type { Database } from './database'
import { dial, type Address } from './dial'
import { numericAsNumber } from '../gaps/numbers-as-text'
import { jsonbOnce } from '../gaps/twice-encoded-json'
import { ParameterTypes } from './parameter-types'
import { Pipeline, type Wire } from './pipeline'
import { pooledDatabase } from './pooled-database'
import type { Client } from './session'
import { SessionPool } from './session-pool'

/** No request may hold a connection for longer; migrations and scripts may. */
const REQUEST_TIMEOUT_MS = 30_000
/** As many requests are answered at the same moment. */
const CONNECTIONS = 10

/** How long it may take to reach the server. */
const CONNECT_TIMEOUT_MS = 10_000

type Options = postgres.Options<Record<string, postgres.PostgresType>>

/** Opens a PostgreSQL server, version 15 or newer. */
export async function openPostgres(url: string, connections = CONNECTIONS): Promise<Database> {
  const connection = connectionTo(url)
  const types = new ParameterTypes()
  const pool = new SessionPool(() => connectOnce(url, connection.driver.options, types), connections)
  return pooledDatabase('postgres', connection, pool)
}

async function connectOnce(url: string, address: Address, types: ParameterTypes): Promise<Client> {
  const lost = new AbortController()
  const wire = await dial(address, CONNECT_TIMEOUT_MS)
  const sql = await driverOn(url, wire, {
    // Encrypted already, if at all.
    ssl: false,
    connect_timeout: CONNECT_TIMEOUT_MS / 1000,
    onclose: () => lost.abort(new Error('PostgreSQL closed the connection')),
    connection: { statement_timeout: REQUEST_TIMEOUT_MS },
  })
  return {
    sql,
    pipeline: new Pipeline(wire, sql.options, types),
    lost: lost.signal,
    bePatient: () => undefined,
    end: () => sql.end({ timeout: 5 }),
  }
}

/** The driver on a connection that is open already, signed in. */
export async function driverOn(url: string, wire: Wire, options: Options): Promise<postgres.Sql> {
  // The driver's types do not list the option for a connection made by somebody else.
  const given = { ...options, socket: () => wire }
  const { driver } = connectionTo(url, given)
  try {
    await driver.unsafe('').simple()
    return driver
  } catch (error) {
    void driver.end({ timeout: 0 }).catch(() => undefined)
    throw error
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
