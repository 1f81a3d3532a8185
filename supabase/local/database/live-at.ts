import type { Database } from './database'

/**
 * Sets the clock by which the database's rules go (private.clock in supabase/schemas/base/helpers.sql), for every session
 * from now on, until it is set again; without an instant it goes with the real time. For tests and the demo, which live
 * through a year with the real functions. Only the owner of the database can do this: no request can.
 */
export async function liveAt(database: Database, instant?: string): Promise<void> {
  // PGlite has one session, whoever asks.
  if (database.engine === 'pglite') {
    await database.query("select set_config('app.now', $1, false)", [instant ?? ''])
    return
  }
  const [row] = await database.query<{ statement: string }>(
    "select format('alter database %I set app.now = %L', current_database(), $1::text) as statement",
    [instant ?? ''],
  )
  if (row !== undefined) await database.query(row.statement)
  // A setting of the database reaches sessions as they begin.
  await database.relearnTypes()
}
