import type { Database } from './database'
import { KeptOpen } from './kept-open'
import type { PgliteFiles } from './open-pglite'
import { pooledDatabase } from './pooled-database'
import { connectionTo } from './postgres-database'
import type { Client } from './session'
import { SessionPool } from './session-pool'
import { ThreadSocket } from './thread-socket'

/** A statement that is not answered for so long is stuck: the thread is ended and the database opened again. */
const LONGEST_STATEMENT_MS = 30_000
/** How long the database may take to close; its log makes up for what is cut off. */
const GRACE_MS = 10_000
/** Lite begins each request with ten of these; everything else it says in ever new words. */
const REQUEST_CONTEXT = /^\s*select set_config\('[\w.]+', \$1, true\)\s*$/i
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
  // PGlite has one session.
  const pool = new SessionPool(() => connect(open), 1)
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

async function connect(open: KeptOpen): Promise<Client> {
  const thread = await open.current()
  // The driver's types do not list the option for a connection made by somebody else.
  const options = { socket: () => new ThreadSocket(thread), idle_timeout: 0, connect_timeout: 0 }
  const { driver } = connectionTo(ADDRESS, options)
  return {
    sql: driver,
    lost: thread.lost,
    bePatient: (isPatient) => thread.bePatient(isPatient),
    isWorthPreparing: (text) => REQUEST_CONTEXT.test(text),
    end: async () => {
      if (!thread.lost.aborted) await driver.end({ timeout: 5 })
    },
  }
}

/** A supervisor can start the process anew; without its database it is of no use. */
function endProcess(reason: string): void {
  console.error(`数据库多次无法重新打开，程序结束：${reason}`)
  process.exit(1)
}
