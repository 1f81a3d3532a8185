import type { Database } from './database'
import { DatabaseLostError } from './database-lost'
import { KeptOpen } from './kept-open'
import type { PgliteFiles } from './open-pglite'
import { ParameterTypes } from './parameter-types'
import { Pipeline } from './pipeline'
import { pooledDatabase } from './pooled-database'
import type { PgliteThread } from './pglite-thread'
import { connectionTo, driverOn } from './postgres-database'
import { unlessLost, type Client } from './session'
import { SessionPool } from './session-pool'
import { ThreadSocket } from './thread-socket'

/** A statement that is not answered for so long is stuck: the thread is ended and the database opened again. */
const LONGEST_STATEMENT_MS = 30_000
/** How long the database may take to close; its log makes up for what is cut off. */
const GRACE_MS = 10_000
/** Goes nowhere: the connection is the way to the thread. */
const ADDRESS = 'postgresql://postgres@pglite/postgres'

/** How PGlite is opened. */
export interface PgliteOptions extends PgliteFiles {
  /** When a statement counts as stuck; tests do not wait as long. */
  longestStatementMs?: number
  /** What happens when the database cannot be opened again. */
  giveUp?: (reason: string) => void
}

/** A database inside this process; it can be copied whole. */
export interface PgliteDatabase extends Database {
  /** The whole database as a tar file, to start another one from. */
  dump(): Promise<Uint8Array>
  /** Answers what a client says in PostgreSQL's own protocol. */
  speak(bytes: Uint8Array): Promise<Uint8Array>
}

/** Opens PostgreSQL inside this process, in a thread of its own. */
export async function openPglite(options: PgliteOptions): Promise<PgliteDatabase> {
  const { longestStatementMs = LONGEST_STATEMENT_MS, giveUp = endProcess, ...files } = options
  const open = await KeptOpen.open({ files, longestStatementMs, giveUp })
  const types = new ParameterTypes()
  // PGlite has one session.
  const pool = new SessionPool((isPatient) => connect(open, types, isPatient), 1)
  const database = pooledDatabase('pglite', connectionTo(ADDRESS), pool)
  return {
    ...database,
    dump: () => pool.run(async () => (await open.current()).dump()),
    speak: (bytes) => pool.run(async () => (await open.current()).speak(new Uint8Array(bytes))),
    close: async () => {
      await database.close()
      await open.close(GRACE_MS)
    },
  }
}

async function connect(open: KeptOpen, types: ParameterTypes, isPatient: boolean): Promise<Client> {
  const thread = await open.current()
  thread.bePatient(isPatient)
  const wire = new ThreadSocket(thread)
  const sql = await signIn(wire, thread)
  return {
    sql,
    pipeline: new Pipeline(wire, sql.options, types),
    lost: thread.lost,
    bePatient: (isPatient) => thread.bePatient(isPatient),
    end: async () => {
      if (!thread.lost.aborted) await sql.end({ timeout: 5 })
    },
  }
}

async function signIn(wire: ThreadSocket, thread: PgliteThread): Promise<Client['sql']> {
  try {
    return await unlessLost(driverOn(ADDRESS, wire, { idle_timeout: 0, connect_timeout: 0 }), thread.lost)
  } catch (error) {
    throw thread.lost.aborted ? new DatabaseLostError('database_restarted', error) : error
  }
}

/** A supervisor can start the process anew; without its database it is of no use. */
function endProcess(reason: string): void {
  console.error(`数据库多次无法重新打开，程序结束：${reason}`)
  process.exit(1)
}
