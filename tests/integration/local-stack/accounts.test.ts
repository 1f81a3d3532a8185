import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestStack } from '../../support/stack'
import { newUser, PASSWORD, startFixtureStack, untyped } from './fixture-stack'

let stack: TestStack
beforeAll(async () => {
  stack = await startFixtureStack()
})
afterAll(() => stack.stop())

test('a sign-up that a trigger refuses carries the reason, and leaves no user', async () => {
  const { error } = await untyped(stack).auth.signUp({ email: 'no@example.cn', password: PASSWORD })
  expect(error).toMatchObject({ message: '需要邀请码', code: 'PT403', status: 403 })
  expect(await stack.sql("select from auth.users where email = 'no@example.cn'")).toEqual([])
})

test('metadata of a sign-up reaches the trigger as an object', async () => {
  const { id } = await newUser(stack, 'meta@example.cn')
  expect(await stack.sql('select metadata_type from private.sign_ups where user_id = $1', [id])).toEqual([
    { metadata_type: 'object' },
  ])
})

test('a banned user gets no new token and loses the sessions', async () => {
  const { client, id } = await newUser(stack, 'banned@example.cn')
  await stack.sql("update auth.users set banned_until = now() + interval '1 day' where id = $1", [id])
  expect((await client.auth.refreshSession()).error?.code).toBe('user_banned')
  const attempt = await untyped(stack).auth.signInWithPassword({ email: 'banned@example.cn', password: PASSWORD })
  expect(attempt.error?.code).toBe('user_banned')
  expect(await stack.sql('select from auth.sessions where user_id = $1', [id])).toEqual([])
})

test('a password set in SQL is accepted', async () => {
  await newUser(stack, 'reset@example.cn')
  await stack.sql(
    "update auth.users set encrypted_password = extensions.crypt('another one', extensions.gen_salt('bf', 10)) where email = $1",
    ['reset@example.cn'],
  )
  const { error } = await untyped(stack).auth.signInWithPassword({ email: 'reset@example.cn', password: 'another one' })
  expect(error).toBeNull()
})

test('a changed password ends the other sessions and keeps this one', async () => {
  const { client } = await newUser(stack, 'change@example.cn')
  const other = untyped(stack)
  await other.auth.signInWithPassword({ email: 'change@example.cn', password: PASSWORD })
  expect((await client.auth.updateUser({ password: 'a new password' })).error).toBeNull()
  expect((await other.auth.refreshSession()).error).not.toBeNull()
  expect((await client.auth.refreshSession()).error).toBeNull()
})

test('the e-mail address cannot be changed', async () => {
  const { client } = await newUser(stack, 'address@example.cn')
  expect((await client.auth.updateUser({ email: 'other@example.cn' })).error?.code).toBe('email_provider_disabled')
})

test('tabs that refresh at the same moment all stay signed in', async () => {
  const { client } = await newUser(stack, 'tabs@example.cn')
  const { data } = await client.auth.getSession()
  const refreshToken = data.session?.refresh_token ?? ''
  const tabs = Array.from({ length: 5 }, () => untyped(stack).auth.refreshSession({ refresh_token: refreshToken }))
  for (const { error } of await Promise.all(tabs)) expect(error).toBeNull()
})

test('after ten wrong passwords even the right one has to wait, for this account only', async () => {
  await newUser(stack, 'guessed@example.cn')
  await newUser(stack, 'neighbour@example.cn')
  const signIn = (email: string, password: string) => untyped(stack).auth.signInWithPassword({ email, password })
  for (let attempt = 0; attempt < 10; attempt += 1) {
    expect((await signIn('guessed@example.cn', `wrong ${attempt}`)).error?.code).toBe('invalid_credentials')
  }
  const { error } = await signIn('guessed@example.cn', PASSWORD)
  expect(error).toMatchObject({ status: 429, code: 'over_request_rate_limit' })
  expect((await signIn('neighbour@example.cn', PASSWORD)).error).toBeNull()
})
