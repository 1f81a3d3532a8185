import bcrypt, { hashSync } from 'bcryptjs'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serveApp } from '../../../supabase/local/pages/app-files'
import { answerCleanly } from '../../../supabase/local/gateway/clean-answers'
import { stackLayers } from '../../../supabase/local/gateway/handler'
import { listen, toNodeHandler } from '../../../supabase/local/http-server'
import type { TestStack } from '../../support/stack'
import { newUser, PASSWORD, startFixtureStack, untyped } from './fixture-stack'
import { openSocket, readToEnd, send } from './raw-requests'
import { DEEP_FIELD, everyRequest } from './wrong-requests'

let stack: TestStack
let user: Awaited<ReturnType<typeof newUser>>
beforeAll(async () => {
  stack = await startFixtureStack()
  user = await newUser(stack, 'fuzz@example.cn')
})
afterAll(() => stack.stop())

describe('what is wrong in a request', () => {
  test('is answered as the asker’s fault, whatever it is, and nobody else notices', async () => {
    // Real hashes would take most of the time.
    vi.spyOn(bcrypt, 'compare').mockImplementation(async () => false)
    vi.spyOn(bcrypt, 'hash').mockImplementation(async (password) => hashSync(password, 4))
    const asked = everyRequest()
    expect(asked.length).toBeGreaterThan(300)
    const failures: string[] = []
    for (const { path, init, isSignedIn } of asked) {
      const response = await send(stack, path, init, isSignedIn ? user.client : undefined)
      await response.text()
      const how = `${init.method ?? 'GET'} ${path.slice(0, 80)} ${String(init.body ?? '').slice(0, 80)} ${JSON.stringify(init.headers ?? {})}`
      if (response.status >= 500) failures.push(`${response.status} ${how}`)
      if (response.headers.has('content-location')) failures.push(`repeats the question: ${how}`)
      // Sign-ups and guesses by the hundred end at the limit; what is tested here is what comes before it.
      await stack.sql('delete from local_stack.sign_in_failures')
    }
    vi.restoreAllMocks()
    expect(failures).toEqual([])
    expect((await user.client.from('notes').select('id')).error).toBeNull()
    expect(
      (await untyped(stack).auth.signInWithPassword({ email: 'fuzz@example.cn', password: PASSWORD })).error,
    ).toBeNull()
  }, 300_000)

  test.each([
    ['a body deeper than 64 levels', '/rest/v1/rpc/who', { method: 'POST', body: DEEP_FIELD }, 400],
    ['a body of 100,000 brackets', '/auth/v1/signup', { method: 'POST', body: '['.repeat(60_000) }, 400],
    ['a question of a browser', '/auth/v1/token', { method: 'OPTIONS' }, 204],
    ['U+0000 in a path', '/rest/v1/a%00b', {}, 400],
    ['U+0000 in a query', '/rest/v1/notes?body=eq.%00', {}, 400],
    [
      'a number as password',
      '/auth/v1/token?grant_type=password',
      { method: 'POST', body: '{"email":"a@example.cn","password":1}' },
      400,
    ],
    [
      'a long address',
      '/auth/v1/signup',
      { method: 'POST', body: `{"email":"${'x'.repeat(256)}@example.cn","password":"1234567890"}` },
      400,
    ],
    [
      'a form',
      '/auth/v1/signup',
      { method: 'POST', body: 'a=b', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      415,
    ],
    ['a large body', '/auth/v1/signup', { method: 'POST', body: JSON.stringify({ data: 'x'.repeat(70_000) }) }, 413],
  ])('%s has its own answer', async (_name, path, init, status) => {
    expect((await send(stack, path, init, user.client)).status).toBe(status)
  })

  test('is no matter where 64 levels and escaped backslashes are right', async () => {
    const deep = `${'['.repeat(62)}${']'.repeat(62)}`
    const body = `{"data":{"note":"\\\\u0000 [[[","deep":${deep}}}`
    expect((await send(stack, '/auth/v1/user', { method: 'PUT', body }, user.client)).status).toBe(200)
  })

  test('does not end a connection’s server when it is not even HTTP', async () => {
    for (const text of [
      'nonsense\r\n\r\n',
      'GET / HTTP/1.1\r\n\r\n',
      'GET http://[::x HTTP/1.1\r\nHost: a\r\n\r\n',
      'GET / HTTP/1.1\r\nHost: a b\r\n\r\n',
      'GET \\x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
    ]) {
      const socket = await openSocket(stack)
      const answer = readToEnd(socket)
      socket.end(text)
      expect(await answer).toMatch(/^(HTTP\/1\.1 (?!5)|$)/)
    }
    expect((await user.client.rpc('who')).error).toBeNull()
  })
})

describe('the pages', () => {
  let folder: string
  let server: Awaited<ReturnType<typeof listen>>
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pages-'))
    await mkdir(join(folder, '.secret'))
    for (const name of ['index.html', 'a.txt', '.env', '.secret/b.txt']) await writeFile(join(folder, name), name)
    server = await listen('127.0.0.1', 0)
    server.answerWith(toNodeHandler(stackLayers(await serveApp(folder), [answerCleanly])))
  })
  afterAll(async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  })

  /** The path exactly as written; fetch would tidy it up. */
  async function statusOf(path: string): Promise<number> {
    const socket = await openSocket(server)
    const answer = readToEnd(socket)
    socket.write(`GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`)
    return Number(/^HTTP\/1\.1 (\d+)/.exec(await answer)?.[1])
  }

  test.each([
    ['/', 200],
    ['/a.txt', 200],
    ['/tasks/1', 200],
    ['/%E4%BB%BB%E5%8A%A1', 200],
    ['/a%20b', 200],
    ['/.env', 404],
    ['/.git/config', 404],
    ['/.secret', 404],
    ['/.secret/b.txt', 404],
    ['/%2eenv', 404],
    ['/x/.hidden', 404],
    ['/.well-known/security', 404],
    ['/..%2f..%2fetc/passwd', 404],
    ['/a%2fb', 404],
    ['/a%5cb', 404],
    ['/%2e%2e%2fa.txt', 404],
    ['/nothing.txt', 404],
    ['/a.txt/', 404],
    ['/%00', 400],
    ['/%', 400],
    ['/%ff', 400],
    ['/a%0ab', 404],
  ])('%s answers %i', async (path, status) => {
    expect(await statusOf(path)).toBe(status)
  })
})
