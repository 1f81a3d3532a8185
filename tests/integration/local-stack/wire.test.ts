import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PgliteDatabase } from '../../../supabase/local/database/pglite-database'
import { serveWire, type Wire } from '../../../supabase/local/database/serve-wire'
import { openFromSnapshot } from '../../support/stack-database'
import { FIXTURE_MIGRATIONS } from './fixture-folder'

const MIB = 1024 * 1024

let database: PgliteDatabase
let wire: Wire
let sql: postgres.Sql
beforeAll(async () => {
  database = await openFromSnapshot(FIXTURE_MIGRATIONS)
  wire = await serveWire(database)
  sql = postgres(wire.url, { max: 1, onnotice: () => undefined })
})
afterAll(async () => {
  await sql.end()
  await wire.close()
  await database.close()
})

test('an error in a batch ends that statement alone; the answers after it belong to the statements after it', async () => {
  const results = await Promise.allSettled(
    Array.from({ length: 30 }, (_, index) => {
      if (index % 3 === 1) return sql`select nowhere from nothing where n = ${index}`
      return index % 3 === 2 ? sql`select ${index} / 0` : sql`select ${index}::int as n`
    }),
  )
  for (const [index, result] of results.entries()) {
    if (index % 3 === 0) expect(result).toMatchObject({ value: [{ n: index }] })
    else expect(result).toMatchObject({ reason: { code: index % 3 === 1 ? '42P01' : '22012' } })
  }
})

test('answers and parameters of many megabytes arrive whole', async () => {
  const [answer] = await database.query<{ text: string }>('select repeat($1, $2::int) as text', ['字', 4 * MIB])
  expect(answer?.text.length).toBe(4 * MIB)
  const [parameter] = await database.query<{ length: number }>('select length($1) as length', ['y'.repeat(5 * MIB)])
  expect(parameter?.length).toBe(5 * MIB)
})

test('values come as lite wants them, whichever the engine', async () => {
  const [row] = await database.query(`select 9007199254740993 as large, 7::bigint as small, date '2026-01-31' as day,
    timestamptz '2026-01-31 08:00+08' as moment, 62.5000 as amount, '{"a":1}'::json as json, '{"b":[2]}'::jsonb as jsonb,
    array['x','y'] as list, null as nothing, true as yes, '\\x01ff'::bytea as bytes`)
  expect(row).toEqual({
    large: 9_007_199_254_740_993n,
    small: 7,
    day: '2026-01-31',
    moment: '2026-01-31 00:00:00+00',
    amount: 62.5,
    json: { a: 1 },
    jsonb: { b: [2] },
    list: ['x', 'y'],
    nothing: null,
    yes: true,
    bytes: Buffer.from([1, 255]),
  })
})

test('a new connection starts clean, whatever the one before left', async () => {
  await sql.unsafe('begin; create temp table mine (n int); set search_path to nowhere')
  const other = postgres(wire.url, { max: 1, onnotice: () => undefined })
  const [row] = await other`select current_setting('search_path') as path, to_regclass('mine')::text as mine`
  await other.end()
  expect(row).toEqual({ path: 'public', mine: null })
})
