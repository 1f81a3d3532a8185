import { mkdtemp, rm, truncate } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Database } from '../../../supabase/local/database/database'
import { openTemporaryPostgres } from '../../support/postgres-template'
import { openFromSnapshot } from '../../support/stack-database'
import { FIXTURE_MIGRATIONS } from './fixture-folder'

const server = process.env['DATABASE_URL']
/** Long enough for whatever is no endless statement, also on a busy machine. */
const LONGEST_STATEMENT_MS = 5000

let folder: string
let database: Database
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lost-'))
  const pglite = { folder: join(folder, 'database'), longestStatementMs: LONGEST_STATEMENT_MS }
  database = await (server ? openTemporaryPostgres(server) : openFromSnapshot(FIXTURE_MIGRATIONS, pglite))
  await database.query('create table public.log (mark text)', [], { isPatient: true })
})
afterAll(async () => {
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

/** Makes the connection of a transaction end: PostgreSQL is told to, PGlite is made to hang. */
async function endSession(session: { query(text: string): Promise<unknown> }): Promise<void> {
  await session.query(
    server ? 'select pg_terminate_backend(pg_backend_pid())' : 'select count(*) from generate_series(1, 1e12)',
  )
}

test('a transaction whose connection was lost never goes on: not on its own, not inside another', async () => {
  const others = Array.from({ length: 20 }, (_, index) =>
    database.transaction(async (session) => {
      await session.query('insert into public.log values ($1)', [`other ${index}`])
      await session.query('select 1 as one')
    }),
  )
  const lost = database.transaction(async (session) => {
    await session.query("insert into public.log values ('lost')")
    await expect(endSession(session)).rejects.toThrow('database_restarted')
    // Somebody else has the session by now.
    await database.query("insert into public.log values ('between')")
    await expect(session.query("insert into public.log values ('zombie')")).rejects.toThrow('database_restarted')
  })
  await expect(lost).rejects.toThrow('database_restarted')
  const outcomes = await Promise.allSettled(others)
  const kept = outcomes.flatMap(({ status }, index) => (status === 'fulfilled' ? [`other ${index}`] : []))
  expect(kept).toHaveLength(20)
  const rows = await database.query<{ mark: string }>('select mark from public.log')
  expect(rows.map(({ mark }) => mark).toSorted()).toEqual(['between', ...kept].toSorted())
}, 120_000)

test("the server's own long work is not taken for a stuck statement", async () => {
  const milliseconds = LONGEST_STATEMENT_MS * 1.5
  const count = await database.transaction(
    async (session) => {
      await session.script(`do $$ declare v_end timestamptz := clock_timestamp() + '${milliseconds} ms';
        begin while clock_timestamp() < v_end loop null; end loop; end $$`)
      return (await session.query('select 1 as one')).length
    },
    { isPatient: true },
  )
  expect(count).toBe(1)
}, 60_000)

test.skipIf(server)(
  'a database in memory that was lost says so, and is no empty one',
  async () => {
    const memory = await openFromSnapshot(FIXTURE_MIGRATIONS, { longestStatementMs: LONGEST_STATEMENT_MS })
    await memory.query('create table public.log (mark text)', [], { isPatient: true })
    await expect(endSession(memory)).rejects.toThrow('database_restarted')
    await expect(memory.query('select mark from public.log')).rejects.toThrow('database_restarted')
    await memory.close()
  },
  120_000,
)

test.skipIf(server)(
  'files that cannot be opened again end the process after three attempts, with one line',
  async () => {
    const giveUp = vi.fn<(reason: string) => void>()
    const files = join(folder, 'broken')
    const broken = await openFromSnapshot(FIXTURE_MIGRATIONS, {
      folder: files,
      longestStatementMs: LONGEST_STATEMENT_MS,
      giveUp,
    })
    await truncate(join(files, 'PG_VERSION'))
    await truncate(join(files, 'global', 'pg_control'))
    await expect(endSession(broken)).rejects.toThrow('database_restarted')
    await expect(broken.query('select 1')).rejects.toThrow('database_restarted')
    expect(giveUp).toHaveBeenCalledOnce()
    await broken.close()
  },
  240_000,
)
