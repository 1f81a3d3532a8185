import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestStack } from '../../support/stack'
import { newUser, startFixtureStack, untyped } from './fixture-stack'

let stack: TestStack
beforeAll(async () => {
  stack = await startFixtureStack()
})
afterAll(() => stack.stop())

describe('requests', () => {
  test('never run with the role or the claims of another request', async () => {
    const [a, b] = await Promise.all([newUser(stack, 'a1@example.cn'), newUser(stack, 'b1@example.cn')])
    const anon = untyped(stack)
    const asked = Array.from({ length: 60 }, (_, index) => [a, b, { client: anon, id: null }][index % 3] ?? a)
    const answers = await Promise.all(
      asked.map(async ({ client, id }, index) => {
        const { data } = await client.rpc(index % 2 ? 'who' : 'who_slowly')
        return { id, data }
      }),
    )
    for (const { id, data } of answers) {
      expect(data).toMatchObject({ uid: id, user: id === null ? 'anon' : 'authenticated' })
    }
  })

  test('of two users at once see only their own rows, and what fails leaves the others alone', async () => {
    const users = await Promise.all([newUser(stack, 'a2@example.cn'), newUser(stack, 'b2@example.cn')])
    const writes = Array.from({ length: 40 }, (_, index) => {
      const user = users[index % 2] ?? users[0]
      return user.client.from('notes').insert({ body: index % 5 === 0 ? 'bad' : `note ${index}` })
    })
    const results = await Promise.all(writes)
    expect(results.filter(({ error }) => error?.code === '23514')).toHaveLength(8)
    expect(results.filter(({ error }) => error === null)).toHaveLength(32)
    for (const { client, id } of users) {
      const { data } = await client.from('notes').select('owner')
      expect(data).toHaveLength(16)
      expect(data?.every(({ owner }) => owner === id)).toBe(true)
    }
  })

  test('get only what migrations granted', async () => {
    const { client } = await newUser(stack, 'c@example.cn')
    expect((await client.from('notes').select('hidden')).error?.code).toBe('42501')
    expect((await untyped(stack).from('notes').select('id')).error?.code).toBe('42501')
    const rights = await stack.sql(
      "select from information_schema.role_table_grants where table_schema = 'private' and grantee in ('anon', 'authenticated')",
    )
    expect(rights).toEqual([])
  })

  test('are answered with at most 1,000 rows, the exact count, and pages beyond', async () => {
    const { client } = await newUser(stack, 'pages@example.cn')
    const all = await client.from('numbers').select('n', { count: 'exact' })
    expect([all.data?.length, all.count]).toEqual([1000, 2500])
    const page = await client.from('numbers').select('n').order('n').range(2000, 2001)
    expect(page.data).toEqual([{ n: 2001 }, { n: 2002 }])
  })

  test('are answered with lists for arrays of a type that a migration has just made', async () => {
    expect((await untyped(stack).rpc('colours')).data).toEqual(['red', 'green'])
  })

  test.each([
    ['P0001', 400],
    ['PT409', 409],
    ['ZZ123', 400],
    ['22023', 400],
    ['57014', 500],
  ])('that raise %s are answered whole', async (code, status) => {
    const { error, status: answered } = await untyped(stack).rpc('fail', { code })
    expect(error).toMatchObject({ code, message: '出错了', details: '细节', hint: '提示' })
    expect(answered).toBe(status)
  })

  test('without a key, with a made-up key, or with a made-up token are refused', async () => {
    const get = (headers: Record<string, string>) => fetch(`${stack.url}/rest/v1/numbers`, { headers })
    expect((await get({})).status).toBe(401)
    expect((await get({ apikey: 'sb_publishable_x' })).status).toBe(401)
    expect((await get({ apikey: stack.publishableKey, authorization: 'Bearer a.b.c' })).status).toBe(401)
  })
})

describe('paths', () => {
  const headers = () => ({ apikey: stack.publishableKey })

  test.each([
    ['GET', '/_system/schema'],
    ['GET', '/studio'],
    ['GET', '/rest/v1/../../_system/schema'],
    ['POST', '/auth/v1/otp'],
    ['POST', '/auth/v1/verify'],
    ['POST', '/auth/v1/recover'],
    ['POST', '/auth/v1/magiclink'],
    ['POST', '/auth/v1/token?grant_type=pkce'],
    ['GET', '/auth/v1/authorize?provider=github'],
    ['GET', '/auth/v1/admin/users'],
  ])('%s %s leads nowhere', async (method, path) => {
    const init = method === 'POST' ? { method, body: '{}' } : { method }
    expect((await fetch(stack.url + path, { ...init, headers: headers() })).status).toBe(404)
  })

  test('too large a body is refused', async () => {
    const body = 'x'.repeat(5 * 1024 * 1024 + 1)
    const response = await fetch(`${stack.url}/rest/v1/notes`, { method: 'POST', headers: headers(), body })
    expect(response.status).toBe(413)
  })

  test('/config.json tells the address and the key', async () => {
    const response = await fetch(`${stack.url}/config.json`)
    expect(await response.json()).toMatchObject({ supabaseUrl: '', supabasePublishableKey: stack.publishableKey })
    expect(response.headers.get('cache-control')).toBe('no-store')
  })
})
