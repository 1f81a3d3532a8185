import { CompiledQuery } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../../supabase/local/database/database'
import { openTemporaryPostgres } from '../../support/postgres-template'
import { openFromSnapshot } from '../../support/stack-database'
import { FIXTURE_MIGRATIONS } from './fixture-folder'

const server = process.env['DATABASE_URL']
let database: Database
beforeAll(async () => {
  database = await (server ? openTemporaryPostgres(server) : openFromSnapshot(FIXTURE_MIGRATIONS))
  await database.query('create table public.log (n int unique)')
})
afterAll(() => database.close())

/** What @supabase/lite does for a request: several statements in one transaction. */
function transact(mark: number): Promise<unknown> {
  return database.connection.kysely.transaction().execute(async (transaction) => {
    await transaction.executeQuery(CompiledQuery.raw("select set_config('test.mark', $1, true)", [String(mark)]))
    await transaction.executeQuery(CompiledQuery.raw('insert into public.log values ($1)', [mark % 5]))
    const { rows } = await transaction.executeQuery(CompiledQuery.raw("select current_setting('test.mark') as mark"))
    return rows[0]
  })
}

test('transactions at the same moment do not mix, and one that fails takes no other with it', async () => {
  const results = await Promise.allSettled(Array.from({ length: 10 }, (_, mark) => transact(mark)))
  const kept = results.flatMap((result, mark) => (result.status === 'fulfilled' ? [[result.value, mark]] : []))
  expect(kept).toHaveLength(5)
  for (const [row, mark] of kept) expect(row).toEqual({ mark: String(mark) })
  expect(await database.query('select n from public.log order by n')).toHaveLength(5)
})

test('statements of the owner wait for the transaction of a request', async () => {
  const [, role] = await Promise.all([
    transact(10).catch(() => undefined),
    database.query('select current_user::text as name'),
  ])
  expect(role).toEqual(await database.query('select session_user::text as name'))
})
