import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, afterAll, beforeEach, expect, test } from 'vitest'
import type { Database } from '../../../supabase/local/database/database'
import { applyMigrations, digestMigrations, readMigrations } from '../../../supabase/local/database/migrations'
import { openTemporaryPostgres } from '../../support/postgres-template'
import { openFromSnapshot } from '../../support/stack-database'
import { FIXTURE_MIGRATIONS } from './fixture-folder'

const server = process.env['DATABASE_URL']
let database: Database
let folder: string

beforeAll(async () => {
  database = await (server ? openTemporaryPostgres(server) : openFromSnapshot(FIXTURE_MIGRATIONS))
})
afterAll(() => database.close())
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'migrations-'))
  await database.transaction((session) =>
    session.script(
      'drop schema if exists supabase_migrations cascade; drop schema if exists t cascade; create schema t',
    ),
  )
})
afterEach(() => rm(folder, { recursive: true }))

const write = (name: string, text: string) => writeFile(join(folder, name), text)
const apply = async () => applyMigrations(database, await readMigrations(folder))
const versions = () =>
  database.query('select version, name from supabase_migrations.schema_migrations order by version')

test('migrations are applied in the order of their versions, once', async () => {
  await write('20260102000000_second.sql', 'insert into t.steps values (2)')
  await write('20260101000000_first.sql', 'create table t.steps (n int); insert into t.steps values (1)')
  expect(await apply()).toBe(2)
  expect(await apply()).toBe(0)
  expect(await database.query('select n from t.steps')).toEqual([{ n: 1 }, { n: 2 }])
  expect(await versions()).toEqual([
    { version: '20260101000000', name: 'first' },
    { version: '20260102000000', name: 'second' },
  ])
})

test('a migration that fails leaves nothing of itself, and those before it stay', async () => {
  await write('20260101000000_good.sql', 'create table t.good (n int)')
  await write('20260102000000_bad.sql', 'create table t.bad (n int); select 1 / 0')
  await expect(apply()).rejects.toThrow('20260102000000_bad')
  expect(await database.query("select to_regclass('t.good')::text as good, to_regclass('t.bad')::text as bad")).toEqual(
    [{ good: 't.good', bad: null }],
  )
  expect(await versions()).toHaveLength(1)
})

test('a file changed after it was applied is named', async () => {
  await write('20260101000000_first.sql', 'create table t.a (n int)')
  await apply()
  await write('20260101000000_first.sql', 'create table t.a (n text)')
  await expect(apply()).rejects.toThrow('20260101000000_first.sql')
})

test('line ends of Windows are not a change', async () => {
  await write('20260101000000_first.sql', 'create table t.a (\n  n int\n)')
  await apply()
  await write('20260101000000_first.sql', 'create table t.a (\r\n  n int\r\n)')
  expect(await apply()).toBe(0)
})

test('a database of a newer program is refused', async () => {
  await write('20260101000000_first.sql', 'select 1')
  await write('20270101000000_newer.sql', 'select 1')
  await apply()
  await rm(join(folder, '20270101000000_newer.sql'))
  await expect(apply()).rejects.toThrow('更新版本')
})

test('a file name that the Supabase CLI would not take is refused', async () => {
  await write('first.sql', 'select 1')
  await expect(apply()).rejects.toThrow('first.sql')
})

test('the digest tells any two sets of migrations apart', async () => {
  await cp(FIXTURE_MIGRATIONS, folder, { recursive: true })
  const before = digestMigrations(await readMigrations(folder))
  const file = join(folder, '20260101000000_create_notes.sql')
  await writeFile(file, `${await readFile(file, 'utf8')}-- changed\n`)
  expect(digestMigrations(await readMigrations(folder))).not.toBe(before)
})
