import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Handler } from '../../../supabase/local/gateway/handler'
import { askRest, installFixture, signUp, type Asked, type Installed, type Person } from './fixture-handler'
import { StatementTap } from './statement-tap'

/** Of a request for a list or a call, with whatever begins and commits it. */
const MOST = 4

let tap: StatementTap
let installed: Installed
let handler: Handler
let person: Person
beforeAll(async () => {
  tap = new StatementTap()
  installed = await installFixture()
  handler = await installed.start()
  await installed.database.query('create function public.touch() returns int language sql volatile as $$ select 1 $$')
  person = await signUp(handler, installed.keys, 'counted@example.cn')
  await ask({ path: 'rpc/who', body: {} })
})
afterAll(async () => {
  tap.end()
  await installed.close()
})

async function ask(asked: Asked): Promise<number> {
  const answer = await askRest(handler, installed.keys, { token: person.token, ...asked })
  await answer.text()
  return answer.status
}

const REQUESTS: [string, Asked, number][] = [
  ['a call', { path: 'rpc/who', body: {} }, 200],
  ['a call with an argument', { path: 'rpc/fail', body: { code: 'PT409' } }, 409],
  ['a list', { path: 'notes?select=id,body&order=id.asc&limit=50' }, 200],
  ['a list with a filter', { path: 'notes?select=id,body&body=eq.x&or=(id.gte.1,body.ilike.*x*)' }, 200],
  ['a list with its count', { path: 'numbers?select=n&limit=5', headers: { prefer: 'count=exact' } }, 206],
  ['a new row', { path: 'notes', body: { body: 'new' } }, 201],
  ['rows taken away', { path: 'notes?body=eq.new', method: 'DELETE' }, 204],
]

describe('the database is sent few statements', () => {
  test.each(REQUESTS)('for %s', async (_name, asked, status) => {
    // The first one asks for the types of its parameters, and who the caller is.
    expect(await ask(asked)).toBe(status)
    const statements = await tap.during(async () => expect(await ask(asked)).toBe(status))
    expect(statements.length).toBeGreaterThan(1)
    expect(statements.length, statements.join('\n')).toBeLessThanOrEqual(MOST)
  })

  test('for a stranger', async () => {
    const statements = await tap.during(() => askRest(handler, installed.keys, { path: 'rpc/who', body: {} }))
    expect(statements.length, statements.join('\n')).toBeLessThanOrEqual(MOST)
  })

  test('for a session that was looked up a moment ago, also after a function that changes something else', async () => {
    await ask({ path: 'rpc/touch', body: {} })
    const statements = await tap.during(() => ask({ path: 'rpc/who', body: {} }))
    expect(statements.filter((each) => each.includes('auth.sessions'))).toEqual([])
    expect(statements.length, statements.join('\n')).toBeLessThanOrEqual(MOST)
  })
})
