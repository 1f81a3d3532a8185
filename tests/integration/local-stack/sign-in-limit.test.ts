import bcrypt from 'bcryptjs'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { networkOf } from '../../../supabase/local/gateway/client-address'
import type { Handler } from '../../../supabase/local/gateway/handler'
import { toNodeHandler, listen } from '../../../supabase/local/http-server'
import { askAuth, installFixture, type Installed } from './fixture-handler'
import { PASSWORD } from './fixture-stack'

let installed: Installed
let handler: Handler
beforeAll(async () => {
  installed = await installFixture()
  handler = await installed.start()
})
afterEach(() => vi.restoreAllMocks())
afterAll(() => installed.close())

const signUp = (email: string) =>
  askAuth(
    handler,
    installed.keys,
    'signup',
    { email, password: PASSWORD, data: { invitation: 'x' } },
    { address: '198.51.100.7' },
  )
const signIn = (email: string, password: string, address: string, cookie?: string) =>
  askAuth(
    handler,
    installed.keys,
    'token?grant_type=password',
    { email, password },
    { address, ...(cookie ? { cookie } : {}) },
  )
const statuses = async (answers: Promise<Response>[]) => (await Promise.all(answers)).map(({ status }) => status)
const guess = (email: string, address: string, count: number, cookie?: string) =>
  statuses(Array.from({ length: count }, (_, index) => signIn(email, `wrong ${index}`, address, cookie)))
const cookieOf = (response: Response) => (response.headers.get('set-cookie') ?? '').split(';')[0] ?? ''

test('of forty guesses at one moment ten are tried', async () => {
  await signUp('parallel@example.cn')
  const compare = vi.spyOn(bcrypt, 'compare')
  const answers = await guess('parallel@example.cn', '203.0.113.1', 40)
  expect(answers.filter((status) => status === 400)).toHaveLength(10)
  expect(answers.filter((status) => status === 429)).toHaveLength(30)
  expect(compare).toHaveBeenCalledTimes(10)
}, 120_000)

test('what was counted before a restart counts after it', async () => {
  await signUp('restart@example.cn')
  await guess('restart@example.cn', '203.0.113.2', 10)
  handler = await installed.start()
  const answer = await signIn('restart@example.cn', PASSWORD, '203.0.113.2')
  expect(answer.status).toBe(429)
  const wait = Number(answer.headers.get('retry-after'))
  expect(wait).toBeGreaterThan(14 * 60)
  expect(wait).toBeLessThanOrEqual(15 * 60)
  expect((await signIn('restart@example.cn', PASSWORD, '203.0.113.3')).status).toBe(200)
})

test('the addresses of one IPv6 line are one address', async () => {
  await signUp('six@example.cn')
  const answers = await statuses(
    Array.from({ length: 11 }, (_, index) => signIn('six@example.cn', 'wrong', `2001:db8:1:2:${index}::1`)),
  )
  expect(answers.filter((status) => status === 429)).toHaveLength(1)
  expect((await signIn('six@example.cn', PASSWORD, '2001:db8:1:3::1')).status).toBe(200)
})

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['192.0.2.1:8443', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:DB8::1', '2001:db8:0:0::/64'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['[2001:db8:1:2::9]:443', '2001:db8:1:2::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['unknown', 'unknown'],
])('%s belongs to %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})

test('somebody behind the same address cannot lock out a device that signed in before', async () => {
  const address = '203.0.113.4'
  const cookie = cookieOf(await signUp('colleague@example.cn'))
  expect(cookie).toMatch(/^device=[\w-]{43}$/)
  // The address is used up, and so is the account from here. That takes a while where each guess is really compared.
  const compare = vi.spyOn(bcrypt, 'compare').mockImplementation(async () => false)
  for (let round = 0; round < 7; round += 1) await guess(`nobody-${round}@example.cn`, address, 10)
  await guess('colleague@example.cn', address, 10)
  compare.mockRestore()
  expect((await signIn('colleague@example.cn', PASSWORD, address)).status).toBe(429)
  expect((await signIn('colleague@example.cn', PASSWORD, address, cookie)).status).toBe(200)
  // A device is known for its own accounts only, and has a limit of its own.
  await signUp('neighbour@example.cn')
  expect((await signIn('neighbour@example.cn', PASSWORD, address, cookie)).status).toBe(429)
  expect(await guess('colleague@example.cn', address, 12, cookie)).toContain(429)
  expect((await signIn('colleague@example.cn', PASSWORD, '203.0.113.5')).status).toBe(200)
}, 120_000)

test('the cookie is for the auth service of this site alone', async () => {
  const answer = await signUp('cookie@example.cn')
  expect(answer.headers.get('set-cookie')).toMatch(/; Path=\/auth\/v1; Max-Age=\d+; HttpOnly; SameSite=Strict$/)
  const forged = await signIn('cookie@example.cn', PASSWORD, '203.0.113.6', 'device=short; device="')
  expect(cookieOf(forged)).toMatch(/^device=[\w-]{43}$/)
})

test('who gets in uses nothing up, and what fails on our side is not counted', async () => {
  const address = '203.0.113.8'
  await signUp('right@example.cn')
  const count = async () => {
    const [row] = await installed.database.query<{ count: number }>(
      'select coalesce(sum(cardinality(at)), 0)::int as count from local_stack.sign_in_failures',
    )
    return row?.count
  }
  const before = await count()
  for (let round = 0; round < 3; round += 1) {
    expect(await guess('right@example.cn', address, 5)).toEqual([400, 400, 400, 400, 400])
    expect((await signIn('right@example.cn', PASSWORD, address)).status).toBe(200)
  }
  // What is left are the wide rules' fifteen failures each.
  expect(await count()).toBe((before ?? 0) + 30)
  vi.spyOn(bcrypt, 'compare').mockRejectedValue(new Error('out of order'))
  expect((await signIn('right@example.cn', 'x', address)).status).toBe(500)
  expect(await count()).toBe((before ?? 0) + 30)
}, 120_000)

test('nobody but the owner reads the counts, and no address stands in them', async () => {
  const { database } = installed
  const rights = await database.query<{ can: boolean }>(
    `select has_schema_privilege(who, 'local_stack', 'usage') or has_table_privilege(who, 'local_stack.' || name, 'select, insert, update, delete') as can
     from unnest(array['anon', 'authenticated', 'service_role']) as who, unnest(array['sign_in_failures', 'known_devices']) as name`,
  )
  expect(rights.map(({ can }) => can)).toEqual(Array.from({ length: 6 }, () => false))
  const rows = JSON.stringify([
    await database.query('select * from local_stack.sign_in_failures'),
    await database.query('select * from local_stack.known_devices'),
  ])
  expect(rows).not.toMatch(/@|203\.0\.113|2001:db8|device=/)
})

test('failures of long ago are forgotten', async () => {
  const { database } = installed
  await database.query(
    "update local_stack.sign_in_failures set at = array[now() - interval '3 hours'], last_at = now() - interval '3 hours'",
  )
  expect((await signIn('restart@example.cn', PASSWORD, '203.0.113.2')).status).toBe(200)
  handler = await installed.start()
  await signIn('restart@example.cn', PASSWORD, '203.0.113.2')
  expect(
    await database.query("select from local_stack.sign_in_failures where last_at < now() - interval '2 hours'"),
  ).toEqual([])
})

test('a proxy that is not trusted is told of once, one that is trusted is believed', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  const seen: string[] = []
  const note: Handler = async (_request, client) => {
    seen.push(client.address)
    return new Response('ok')
  }
  const { url, stop, answerWith } = await listen('127.0.0.1', 0)
  const headers = { 'x-forwarded-for': '192.0.2.9, 192.0.2.10' }
  answerWith(toNodeHandler(note))
  for (let round = 0; round < 3; round += 1) await (await fetch(url, { headers })).text()
  answerWith(toNodeHandler(note, true))
  await (await fetch(url, { headers })).text()
  await stop()
  expect(warn.mock.calls.map(([words]) => String(words))).toEqual([expect.stringContaining('TRUST_PROXY=1')])
  expect(seen).toEqual(['127.0.0.1', '127.0.0.1', '127.0.0.1', '192.0.2.10'])
})
