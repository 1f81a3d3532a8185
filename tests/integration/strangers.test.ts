import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCounty, type Actor } from '../support/actors'

/** What somebody who is not signed in may call; the same list as in catalog.test.ts, here as the gateway has it. */
const OPEN = [
  'business_date',
  'business_today',
  'check_reset_code',
  'check_sign_up_code',
  'current_account',
  'is_set_up',
  'reset_password',
]

let county: Awaited<ReturnType<typeof openCounty>>
beforeAll(async () => {
  county = await openCounty()
})
afterAll(() => county.stop())

async function ask(path: string, init: RequestInit = {}, actor?: Actor): Promise<{ status: number; text: string }> {
  const token = (await actor?.client.auth.getSession())?.data.session?.access_token
  const headers = {
    apikey: county.stack.publishableKey,
    'content-type': 'application/json',
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  }
  const response = await fetch(`${county.stack.url}/rest/v1/${path}`, { ...init, headers })
  return { status: response.status, text: await response.text() }
}

test('a stranger reaches the open functions and nothing else of the schema', async () => {
  const functions = await county.stack.sql<{ name: string }>(
    "select distinct proname::text as name from pg_proc where pronamespace = 'public'::regnamespace order by 1",
  )
  const reached: string[] = []
  for (const { name } of functions) {
    const { status, text } = await ask(`rpc/${name}`, { method: 'POST', body: '{}' })
    if (status !== 401) reached.push(name)
    else expect(text).toContain('42501')
    expect((await ask(`rpc/${name}`)).status).toBe(401)
  }
  expect(reached).toEqual(OPEN)
  const tables = await county.stack.sql<{ name: string }>(
    "select relname::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v')",
  )
  for (const { name } of tables) expect((await ask(`${name}?select=*`)).status).toBe(401)
})

test('a token is worth nothing on any table once its owner has signed out', async () => {
  const path = 'units?select=name'
  const { client } = county.outsider
  const token = (await client.auth.getSession()).data.session?.access_token
  expect((await ask(path, {}, county.outsider)).text).toContain('教育局')
  await client.auth.signOut()
  const headers = { apikey: county.stack.publishableKey, authorization: `Bearer ${token}` }
  const response = await fetch(`${county.stack.url}/rest/v1/${path}`, { headers })
  expect([response.status, await response.text()]).toEqual([401, expect.not.stringContaining('教育局')])
})
