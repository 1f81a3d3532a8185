/**
 * Gap: PGlite has no checkpointer and no autovacuum: its log grows until the server stops, dead rows stay, and the
 * planner never learns how large a table is.
 *
 * Delete this file when PGlite runs these in the background by itself.
 */
import type { Database } from '../database/database'

const MINUTE = 60_000
const CHECKPOINT_EVERY_MS = 5 * MINUTE
const VACUUM_EVERY_MS = 6 * 60 * MINUTE

/** Does the work of the missing background processes now and then; returns the function that ends it. */
export function keepHouse(database: Database): () => void {
  if (database.engine !== 'pglite') return () => undefined
  let lastLog = ''
  const checkpoint = async () => {
    const rows = await database.query<{ log: string }>('select pg_current_wal_insert_lsn()::text as log')
    const log = rows[0]?.log ?? ''
    if (log === lastLog) return
    await database.query('checkpoint', [], { isPatient: true })
    lastLog = log
  }
  const vacuum = () => eachTable(database, 'vacuum (analyze)')
  const timers = [
    setInterval(() => void quietly(checkpoint), CHECKPOINT_EVERY_MS),
    setInterval(() => void quietly(vacuum), VACUUM_EVERY_MS),
    // After a start the planner knows nothing yet of what migrations and imports brought.
    setTimeout(() => void quietly(() => eachTable(database, 'analyze')), MINUTE),
  ]
  for (const timer of timers) timer.unref()
  return () => timers.forEach((timer) => clearInterval(timer))
}

/** Table by table, so that requests get their turns in between; one large table may take its time. */
async function eachTable(database: Database, work: string): Promise<void> {
  const tables = await database.query<{ name: string }>(TABLES)
  for (const { name } of tables) {
    await quietly(() => database.query(`${work} ${name}`, [], { isPatient: true }))
  }
}

// A table may be dropped while we get to it; that is told like any other failure.
const TABLES = "select oid::regclass::text as name from pg_class where relkind in ('r', 'm') and relpersistence = 'p'"

/** House-keeping that fails now is done the next time; it must not end the server. */
async function quietly(work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (error) {
    console.error('house-keeping failed:', error)
  }
}
