import { afterAll, beforeAll, expect, test } from 'vitest'
import { stackLayers, textOf } from '../../../supabase/local/gateway/handler'
import { listen, toNodeHandler } from '../../../supabase/local/http-server'
import { readBodies } from '../../../supabase/local/gateway/read-bodies'
import type { TestStack } from '../../support/stack'
import { newUser, PASSWORD, startFixtureStack, untyped } from './fixture-stack'
import { openSocket, readToEnd } from './raw-requests'

let stack: TestStack
beforeAll(async () => {
  stack = await startFixtureStack()
})
afterAll(() => stack.stop())

const head = (path: string, length: number, ...more: string[]) =>
  [
    `POST ${path} HTTP/1.1`,
    'Host: server',
    `apikey: ${stack.publishableKey}`,
    'Content-Type: application/json',
    `Content-Length: ${length}`,
    ...more,
    '',
    '',
  ].join('\r\n')

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

test('connections that say nothing stop nobody from staying signed in', async () => {
  const { client } = await newUser(stack, 'patient@example.cn')
  const paths = [
    '/auth/v1/token?grant_type=refresh_token',
    '/auth/v1/token?grant_type=password',
    '/auth/v1/signup',
    '/rest/v1/rpc/who',
  ]
  const silent = await Promise.all(
    [...paths, ...paths].map(async (path) => {
      const socket = await openSocket(stack)
      socket.write(`${head(path, 100)}{"refresh_token":`)
      return socket
    }),
  )
  let answered = 0
  for (const socket of silent) socket.once('data', () => (answered += 1))
  await pause(200)
  expect((await client.auth.refreshSession()).error).toBeNull()
  expect(
    (await untyped(stack).auth.signInWithPassword({ email: 'patient@example.cn', password: PASSWORD })).error,
  ).toBeNull()
  expect((await client.rpc('who')).error).toBeNull()
  expect(answered, 'nobody had to wait until the silent ones were given up').toBe(0)
  for (const socket of silent) socket.destroy()
})

test('tokens of different people are refreshed side by side, those of one person one after the other', async () => {
  const people = await Promise.all([1, 2, 3, 4].map((each) => newUser(stack, `side-${each}@example.cn`)))
  const tokens = await Promise.all(
    people.map(async ({ client }) => (await client.auth.getSession()).data.session?.refresh_token ?? ''),
  )
  const tabs = [...tokens, ...tokens, ...tokens].map((token) =>
    untyped(stack).auth.refreshSession({ refresh_token: token }),
  )
  for (const { error } of await Promise.all(tabs)) expect(error).toBeNull()
})

/** A server that answers 'ok' when it has a body, and tells which bodies came. */
async function bodyServer(rules: Omit<Parameters<typeof readBodies>[0], 'isKnown'>) {
  const asked: string[] = []
  const handler = stackLayers(
    async (request) => {
      asked.push(await textOf(request))
      return new Response('ok')
    },
    [readBodies({ isKnown: () => true, ...rules })],
  )
  const server = await listen('127.0.0.1', 0)
  server.answerWith(toNodeHandler(handler))
  return { ...server, asked }
}

test('a body that does not arrive in time is answered with 408, and the connection is closed', async () => {
  const server = await bodyServer({ timeMs: 300 })
  const dropped = await openSocket(server)
  dropped.write(`${head('/rest/v1/notes', 20)}{"a":`)
  dropped.destroy()
  const late = await openSocket(server)
  const answer = readToEnd(late)
  late.write(`${head('/rest/v1/notes', 20)}{"a":`)
  expect(await answer).toMatch(/^HTTP\/1\.1 408 .*Connection: close/is)
  expect(server.asked).toEqual([])
  await server.stop()
})

test('a body that arrives in pieces is read whole', async () => {
  const server = await bodyServer({})
  const slow = await openSocket(server)
  const whole = readToEnd(slow)
  slow.write(`${head('/rest/v1/notes', 8, 'Connection: close')}{"a"`)
  await pause(100)
  slow.write(': 1}')
  expect(await whole).toMatch(/^HTTP\/1\.1 200 /)
  expect(server.asked).toEqual(['{"a": 1}'])
  await server.stop()
})

test('strangers cannot fill the memory: what they say is short, and what all say together is bounded', async () => {
  const stranger = await openSocket(stack)
  const answer = readToEnd(stranger)
  // Announced, not even sent.
  stranger.write(head('/rest/v1/rpc/who', 5_000_000))
  expect(await answer).toMatch(/^HTTP\/1\.1 413 /)
  const server = await bodyServer({ mostInMemory: 30 })
  const open = await openSocket(server)
  open.write(`${head('/rest/v1/notes', 20)}{"a":`)
  await pause(100)
  const second = await openSocket(server)
  const refused = readToEnd(second)
  second.write(`${head('/rest/v1/notes', 20)}{"a":`)
  expect(await refused).toMatch(/^HTTP\/1\.1 503 .*Retry-After/is)
  open.destroy()
  // When the server notices is its own affair.
  await expect.poll(() => ask(server)).toMatch(/^HTTP\/1\.1 200 /)
  await server.stop()
})

async function ask(server: { url: string }): Promise<string> {
  const socket = await openSocket(server)
  const answer = readToEnd(socket)
  socket.write(`${head('/rest/v1/notes', 8, 'Connection: close')}{"a": 1}`)
  return answer
}
