import { WebSocket } from 'ws'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { configureClient, getClient } from '@/data/client'
import { signOut, signUp } from '@/data/session'
import { invite, openCounty, type County } from '../support/actors'

// A second click, or a retry after the answer was lost: the app asks twice for the one account.

let county: County & { stop: () => Promise<void> }
beforeAll(async () => {
  county = await openCounty()
  globalThis.WebSocket ??= WebSocket as unknown as typeof globalThis.WebSocket
  configureClient({
    supabaseUrl: county.stack.url,
    supabasePublishableKey: county.stack.publishableKey,
    demoAccounts: [],
  })
})
afterAll(() => county.stop())

const person = async (email: string) => ({
  code: (await invite(county.lead, 'department', county.units.财政局)).code,
  email,
  password: 'correct horse battery',
  displayName: '李四',
})
const accountsOf = (email: string) => county.stack.sql('select from public.accounts where email = $1', [email])
const whoIsIn = async () => (await getClient().rpc('current_account')).data?.[0]?.email
const codeOf = (work: Promise<void>) =>
  work.then(
    () => 'went through',
    (error: unknown) => String(Reflect.get(Object(error), 'code')),
  )

test('a sign-up that is sent again counts once and succeeds', async () => {
  const twice = await person('twice@example.cn')
  await signUp(twice)
  await signOut()
  await signUp(twice)
  expect(await whoIsIn()).toBe('twice@example.cn')
  expect(await accountsOf('twice@example.cn')).toHaveLength(1)
})

test('so does one that is sent twice at once', async () => {
  const twice = await person('at-once@example.cn')
  await Promise.all([signUp(twice), signUp(twice)])
  expect(await whoIsIn()).toBe('at-once@example.cn')
  expect(await accountsOf('at-once@example.cn')).toHaveLength(1)
})

test('another password, another person, or a code that is still good is refused as ever', async () => {
  const known = await person('known@example.cn')
  await signUp(known)
  await signOut()
  expect(await codeOf(signUp({ ...known, password: 'not the password' }))).toBe('sign_up_code_used')
  expect(await codeOf(signUp({ ...known, email: 'other@example.cn' }))).toBe('sign_up_code_used')
  const fresh = await person('known@example.cn')
  expect(await codeOf(signUp(fresh))).toMatch(/^(user_already_exists|email_exists)$/)
  expect(await whoIsIn()).toBeUndefined()
  expect(await accountsOf('known@example.cn')).toHaveLength(1)
})
