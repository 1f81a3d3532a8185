import { createHmac } from 'node:crypto'
import type { SupabaseClient } from '@supabase/supabase-js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestStack } from '../../support/stack'
import { newUser, PASSWORD, startFixtureStack, untyped } from './fixture-stack'
import { send } from './raw-requests'

/** The look-up of a session is believed for three seconds at most. */
const BELIEVED_MS = 3_500

let stack: TestStack
beforeAll(async () => {
  stack = await startFixtureStack()
})
afterAll(() => stack.stop())

/** A person with a note and a file, whose token somebody else has copied. */
async function victim(email: string) {
  const { client, id } = await newUser(stack, email)
  await client.from('notes').insert({ body: '机密' })
  await client.storage.from('evidence').upload(`${id}/1.txt`, new File(['机密'], '1.txt', { type: 'text/plain' }))
  return { client, id, read: await reader(client, id) }
}

/** What a copy of the token reads: a note, a file and the user. */
async function reader(client: SupabaseClient, id: string) {
  const token = (await client.auth.getSession()).data.session?.access_token ?? ''
  const headers = { authorization: `Bearer ${token}` }
  return () =>
    Promise.all(
      ['/rest/v1/notes?select=body', `/storage/v1/object/evidence/${id}/1.txt`, '/auth/v1/user'].map(async (path) => {
        const response = await send(stack, path, { headers })
        return response.ok ? (await response.text()).slice(0, 40) : response.status
      }),
    )
}

const ALL = [expect.stringContaining('机密'), '机密', expect.stringContaining('id')]
const NONE = [401, 401, 403]

describe('a copied token reads nothing', () => {
  test('as soon as its owner has signed out', async () => {
    const { client, read } = await victim('out@example.cn')
    expect(await read()).toEqual(ALL)
    await client.auth.signOut()
    expect(await read()).toEqual(NONE)
  })

  test('as soon as its owner has signed out everywhere else or changed the password there', async () => {
    const { id, read } = await victim('elsewhere@example.cn')
    const other = untyped(stack)
    await other.auth.signInWithPassword({ email: 'elsewhere@example.cn', password: PASSWORD })
    const readOther = await reader(other, id)
    expect([await read(), await readOther()]).toEqual([ALL, ALL])
    expect((await other.auth.updateUser({ password: 'a new password' })).error).toBeNull()
    expect([await read(), await readOther()]).toEqual([NONE, ALL])
    const third = untyped(stack)
    await third.auth.signInWithPassword({ email: 'elsewhere@example.cn', password: 'a new password' })
    await third.auth.signOut({ scope: 'others' })
    expect(await readOther()).toEqual(NONE)
  })

  test('within seconds of a reset, a ban or the end of the account in SQL', async () => {
    const people = await Promise.all(['reset', 'ban', 'gone'].map((name) => victim(`sql-${name}@example.cn`)))
    for (const { read } of people) expect(await read()).toEqual(ALL)
    const [reset, banned, gone] = people.map(({ id }) => id)
    await stack.sql('delete from auth.sessions where user_id = $1', [reset])
    await stack.sql("update auth.users set banned_until = now() + interval '1 day' where id = $1", [banned])
    await stack.sql('update auth.users set deleted_at = now() where id = $1', [gone])
    await new Promise((resolve) => setTimeout(resolve, BELIEVED_MS))
    for (const { read } of people) expect(await read()).toEqual(NONE)
  })
})

test('signing out at the moment of many requests leaves none answered afterwards', async () => {
  const { client, read } = await victim('race@example.cn')
  const reads = Array.from({ length: 20 }, () => read())
  await client.auth.signOut()
  const after = read()
  await Promise.all(reads)
  expect(await after).toEqual(NONE)
  expect(await read()).toEqual(NONE)
})

test('the app is told to ask for a sign-in, and a new one works', async () => {
  const { client, id } = await victim('again@example.cn')
  await stack.sql('delete from auth.sessions where user_id = $1', [id])
  await new Promise((resolve) => setTimeout(resolve, BELIEVED_MS))
  expect((await client.from('notes').select('body')).error?.code).toBe('PGRST301')
  expect((await client.auth.getUser()).error?.code ?? 'missing').toMatch(/session_not_found|missing/)
  expect((await client.auth.signInWithPassword({ email: 'again@example.cn', password: PASSWORD })).error).toBeNull()
  expect((await client.from('notes').select('body')).data).toEqual([{ body: '机密' }])
})

test('a token that we did not sign, without a session, or for somebody else’s session is nobody', async () => {
  const { client, id } = await victim('forged@example.cn')
  const other = await newUser(stack, 'forger@example.cn')
  const token = (await other.client.auth.getSession()).data.session?.access_token ?? ''
  const [head = '', payload = '', signature = ''] = token.split('.')
  const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString())
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const none = `${encode({ alg: 'none', typ: 'JWT' })}.${payload}.`
  const swapped = `${head}.${encode({ ...(typeof claims === 'object' ? claims : {}), sub: id })}.${signature}`
  const ownKey = `${head}.${payload}.${createHmac('sha256', 'guess').update(`${head}.${payload}`).digest('base64url')}`
  for (const forged of [none, swapped, ownKey, 'a.b.c', 'x', token.slice(0, -4), `${token}.x`]) {
    const response = await send(stack, '/rest/v1/notes?select=body', { headers: { authorization: `Bearer ${forged}` } })
    expect([response.status, await response.text()]).toEqual([401, expect.not.stringContaining('机密')])
  }
  expect((await client.from('notes').select('body')).data).toHaveLength(1)
})
