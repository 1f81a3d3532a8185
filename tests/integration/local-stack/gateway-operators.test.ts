import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestStack } from '../../support/stack'
import { newUser, startFixtureStack, untyped } from './fixture-stack'
import { send } from './raw-requests'

/** Against a hundred letters PostgreSQL needs minutes for this. */
const BACKTRACKING = encodeURIComponent('^(.*)(.*)(.*)(.*)(.*)(.*)\\1\\2\\3\\4\\5\\6b$')

let stack: TestStack
let user: Awaited<ReturnType<typeof newUser>>
beforeAll(async () => {
  stack = await startFixtureStack()
  user = await newUser(stack, 'operators@example.cn')
  await user.client
    .from('notes')
    .insert([{ body: `${'a'.repeat(100)}b` }, { body: '总结（终稿），match.x' }, { body: 'b {1}' }])
})
afterAll(() => stack.stop())

const bodies = async (query: string) => {
  const response = await send(stack, `/rest/v1/notes?select=body&order=id&${query}`, {}, user.client)
  const rows: unknown = await response.json()
  return Array.isArray(rows) ? rows.map(({ body }: { body: string }) => body.slice(0, 20)) : response.status
}

/** Whether the gateway refused, and not the database after it had tried. */
async function refusedUnasked(response: Response): Promise<boolean> {
  return response.status < 500 && !response.ok && !/57014|57P02/.test(await response.text())
}

describe('a regular expression that backtracks', () => {
  test.each([
    ['GET', `notes?body=match.${BACKTRACKING}`],
    ['GET', `notes?body=imatch.${BACKTRACKING}`],
    ['GET', `notes?body=not.match.${BACKTRACKING}`],
    ['GET', `notes?body=match(any).{${BACKTRACKING}}`],
    ['GET', `notes?or=(id.eq.1,and(body.match.${BACKTRACKING}))`],
    ['GET', `notes?or=(id.eq.1,body.match.${BACKTRACKING})`],
    ['GET', `notes?not.or=(body.match.${BACKTRACKING})`],
    ['GET', `notes?or=body.match.${BACKTRACKING}`],
    ['POST', `rpc/who?role=match.${BACKTRACKING}`],
    ['DELETE', `notes?body=match.${BACKTRACKING}`],
    ['GET', `notes?"body"=match.${BACKTRACKING}`],
    ['GET', `notes?b%6Fdy=m%61tch.${BACKTRACKING}`],
  ])('%s %s does not run, and everybody else is answered as usual', async (method, query) => {
    const init = method === 'POST' ? { method, body: '{}' } : { method }
    const stuck = send(stack, `/rest/v1/${query}`, init, user.client)
    // Once it ran, the next would get 503 half a minute later, and itself would be ended by the clock of statements.
    expect((await send(stack, '/rest/v1/rpc/colours', { method: 'POST', body: '{}' })).status).toBe(200)
    expect(await refusedUnasked(await stuck)).toBe(true)
  })

  test('is not run for a stranger either, in whatever way it is asked for', async () => {
    const asked = [
      send(stack, `/rest/v1/numbers?n=match.${BACKTRACKING}`),
      send(stack, `/rest/v1/rpc/colours?colours=match.${BACKTRACKING}`, { method: 'POST', body: '{}' }),
      send(stack, `/rest/v1/rpc/who?uid=match.${BACKTRACKING}`),
    ]
    expect((await user.client.rpc('who')).error).toBeNull()
    for (const response of await Promise.all(asked)) expect(await refusedUnasked(response)).toBe(true)
  })
})

describe('a stranger', () => {
  test('calls open functions, and asks for nothing else', async () => {
    expect((await untyped(stack).rpc('colours')).data).toEqual(['red', 'green'])
    const refused: [string, RequestInit][] = [
      ['/rest/v1/numbers', {}],
      ['/rest/v1/rpc/colours', {}],
      ['/rest/v1/rpc/colours?limit=1', { method: 'POST', body: '{}' }],
      ['/rest/v1/rpc/ensure_setup_code', { method: 'POST', body: '{}' }],
      ['/rest/v1/rpc/pg_sleep', { method: 'POST', body: '{}' }],
      ['/rest/v1/', {}],
      ['/rest/v1/numbers', { headers: { authorization: 'bearer x' } }],
      ['/rest/v1/rpc/colours', { method: 'POST', body: JSON.stringify({ a: 'x'.repeat(20_000) }) }],
    ]
    for (const [path, init] of refused) expect((await send(stack, path, init)).ok, path).toBe(false)
  })
})

describe('what the app does not ask for is refused', () => {
  test.each([
    'body=like.a*',
    'body=fts.a',
    'body=cs.{a}',
    'body=ov.{a}',
    'body=isdistinct.a',
    'body=eq',
    'body=xyz.a',
    'body=eq.{"$regex":"a"}',
    'body->a=eq.1',
    'body::text=eq.1',
    'apikey=x',
    'limit=1&limit=2',
    'limit=-1',
    'limit=1e3',
    'offset=abc',
    'order=body::text',
    'order=length(body)',
    'or=(body.eq."a")x',
    'or=(body.eq.a',
    'or=((body.eq.a))',
    'or=()',
    'or=(body.eq."a\\"b")',
    'or=(and(and(and(and(body.eq.a)))))',
    'not=eq.1',
    'body=ilike.*a*a*a*a*a*a*a*a*a*',
    `body=ilike.${'a'.repeat(400)}`,
    'body=is.not_null',
    'on_conflict=id',
    'columns=id',
    'id=in.1',
    'notes.limit=1',
    'notes.order=id::text',
    'a.b.order=id',
    'notes.or=(id.eq.1)',
    'body=eq.%ff',
    'body=eq.%zz',
    'body=eq.%00',
    Array.from({ length: 41 }, () => 'id=eq.1').join('&'),
  ])('%s', async (query) => {
    const response = await send(stack, `/rest/v1/notes?${query}`, {}, user.client)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ code: 'PGRST100', message: expect.any(String) })
  })

  test.each([
    'id::text',
    'id.count()',
    'count',
    '...notes(id)',
    'body->>a',
    '"id"',
    'id,',
    '(id)',
    'a:b:c',
    'notes!inner',
    'a(b(c(d(e(id)))))',
    'max(id)',
  ])('select=%s', async (select) => {
    expect((await send(stack, `/rest/v1/notes?select=${encodeURIComponent(select)}`, {}, user.client)).status).toBe(400)
  })

  test.each([
    { accept: 'application/vnd.pgrst.plan+json' },
    { accept: 'text/csv' },
    { accept: 'application/vnd.pgrst.array+json;nulls=stripped' },
    { prefer: 'tx=rollback' },
    { prefer: 'count=exact, resolution=merge-duplicates' },
    { prefer: 'timezone=UTC' },
  ])('%o', async (headers) => {
    expect((await send(stack, '/rest/v1/notes?select=id', { headers }, user.client)).status).toBe(400)
  })

  test('a change without a filter, a list of arguments, another method', async () => {
    const status = async (path: string, init: RequestInit) =>
      (await send(stack, `/rest/v1/${path}`, init, user.client)).status
    expect(await status('notes', { method: 'DELETE' })).toBe(400)
    expect(await status('notes?select=id', { method: 'DELETE' })).toBe(400)
    expect(await status('rpc/who', { method: 'POST', body: '[1]' })).toBe(400)
    expect(await status('notes?id=eq.1', { method: 'PUT', body: '{}' })).toBe(405)
    expect(await status('notes', { method: 'HEAD' })).toBe(405)
    expect(await status('n%6Ftes', {})).toBe(404)
    expect(await bodies('')).toHaveLength(3)
  })
})

describe('what the app asks for passes', () => {
  test.each([
    ['body=eq.总结（终稿），match.x', ['总结（终稿），match.x']],
    ['or=(body.eq."总结（终稿），match.x",id.eq.0)', ['总结（终稿），match.x']],
    ['or=(body.ilike.*b {1}*,body.ilike.*{*)', ['b {1}']],
    ['or=(and(id.gte.0,body.ilike.*终稿*),id.in.(0,"-1"))', ['总结（终稿），match.x']],
    ['body=in.("b {1}","x,match.y")', ['b {1}']],
    ['body=in.("a,b)","b {1}")&limit=1&offset=0', ['b {1}']],
    ['body=neq.x&id=gte.2&body=ilike.b*', ['b {1}']],
    ['owner=is.null', []],
  ])('%s', async (query, expected) => {
    expect(await bodies(query)).toEqual(expected)
  })
})
