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

let stack: TestStack
let user: Awaited<ReturnType<typeof newUser>>
beforeAll(async () => {
  stack = await startFixtureStack()
  user = await newUser(stack, 'fuzz@example.cn')
})
afterAll(() => stack.stop())

const DEEP = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
const DEEP_FIELD = `{"a":${'{"a":'.repeat(70)}1${'}'.repeat(70)}}`
/** What stands where a text is expected. */
const VALUES = ['null', '1', '-1', '1e400', '123456789012345678901234567890', 'true', '[]', '{}', '["a"]', '{"a":1}', '""', '" "', '"\\u0000"', '"a\\u0000b"',
  '"\\ud800"', '"\\udc00x"', '"\u{1F600}"', '"\'; drop table x; --"', `"${'x'.repeat(300)}"`, `"${'x'.repeat(300)}@example.cn"`, '"a@b"', '"@"', '"\\\\u0000"']
const BODIES = ['', ' ', '{', 'null', '1', '"a"', '[]', '[1]', '[[]]', '[null]', '{}', '{"a":1,}', '{"__proto__":{"a":1}}', '{"constructor":1}', '\u{FEFF}{}', DEEP, DEEP_FIELD, 'a=b&c=d']
const TYPES = ['text/plain', 'text/csv', 'application/x-www-form-urlencoded', 'multipart/form-data', 'multipart/form-data; boundary=x', 'application/json; charset=utf-16',
  'application/octet-stream', 'application/xml', 'x', '/', 'application/json;']
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND', 'LOCK']
const PATHS = ['%00', '%', '%2', '%zz', '%ff', '%c0%af', '%2e%2e/x', '%2f', '%5c', 'a%00b', '..%2f..', '💥', 'x'.repeat(3000), '.', '..', ';', '//', "'", '%EF%BF%BE', '%ed%a0%80', 'rpc/', 'rpc/rpc/x', 'token/', 'user/x', '__proto__', 'constructor']
const QUERIES = ['%00', 'a=%00', 'a=%', 'a=%zz', 'a=%ff', 'select=%00', 'limit=99999999999999999999', 'limit=NaN', 'id=eq.99999999999999999999999999', 'id=eq.abc', 'id=eq.1e400', 'id=in.()', 'id=in.(a,b)', 'id=gte.%ED%A0%80',
  'order=nothing', 'order=id.desc.asc', 'select=nothing', 'select=notes(id)', '__proto__=eq.1', 'constructor=eq.1', 'owner=eq.not-a-uuid', 'or=', 'select=', 'offset=999999999', '&&&', '=', '=eq.1', `body=eq.${'x'.repeat(5000)}`, 'body=is.maybe', 'grant_type=', 'grant_type=password&grant_type=refresh_token']

interface Asked {
  path: string
  init: RequestInit
  isSignedIn: boolean
}

/** A few hundred requests, each wrong in one way. */
function everyRequest(): Asked[] {
  const asked: Asked[] = []
  const add = (path: string, init: RequestInit = {}, isSignedIn = false) => asked.push({ path, init, isSignedIn })
  const post = (path: string, body: string, isSignedIn = false, method = 'POST') => add(path, { method, body }, isSignedIn)
  for (const value of VALUES) {
    post('/auth/v1/signup', `{"email":${value},"password":"${PASSWORD}","data":{"invitation":"x"}}`)
    post('/auth/v1/signup', `{"email":"new${asked.length}@example.cn","password":${value},"data":{"invitation":"x"}}`)
    post('/auth/v1/signup', `{"email":"new${asked.length}@example.cn","password":"${PASSWORD}","data":${value}}`)
    post('/auth/v1/signup', `{"email":"new${asked.length}@example.cn","password":"${PASSWORD}","data":{"invitation":${value}}}`)
    post('/auth/v1/token?grant_type=password', `{"email":${value},"password":"x"}`)
    post('/auth/v1/token?grant_type=password', `{"email":"nobody${asked.length}@example.cn","password":${value}}`)
    post('/auth/v1/token?grant_type=refresh_token', `{"refresh_token":${value}}`)
    // All but one are no passwords.
    if (!value.startsWith('"\'')) post('/auth/v1/user', `{"password":${value}}`, true, 'PUT')
    post('/auth/v1/user', `{"data":${value}}`, true, 'PUT')
    post('/rest/v1/notes', `{"body":${value}}`, true)
    post('/rest/v1/notes', `[{"body":${value}},{"other":1}]`, true)
    post('/rest/v1/rpc/fail', `{"code":${value}}`, true)
    post('/rest/v1/rpc/who', `{"nothing":${value}}`)
  }
  for (const body of BODIES) {
    for (const path of ['/auth/v1/signup', '/auth/v1/token?grant_type=password', '/auth/v1/token?grant_type=refresh_token', '/rest/v1/rpc/who']) post(path, body)
    for (const path of ['/rest/v1/notes', '/rest/v1/rpc/who', '/auth/v1/user', '/auth/v1/logout?scope=nowhere']) post(path, body, true, path.endsWith('user') ? 'PUT' : 'POST')
  }
  for (const type of TYPES) {
    for (const path of ['/auth/v1/token?grant_type=password', '/rest/v1/notes']) add(path, { method: 'POST', body: '{"a":1}', headers: { 'content-type': type } }, true)
  }
  for (const path of ['/auth/v1/token', '/auth/v1/signup', '/auth/v1/user', '/auth/v1/health', '/auth/v1/settings', '/auth/v1', '/rest/v1', '/rest/v1/', '/rest/v1/notes', '/rest/v1/rpc/who', '/rest/v1/nothing', '/config.json', '/page']) {
    for (const method of METHODS) add(path, { method }, path.startsWith('/rest/'))
  }
  for (const path of PATHS) for (const before of ['/', '/auth/v1/', '/rest/v1/', '/rest/v1/rpc/', '/assets/', '/config.json/']) add(before + path, {}, true)
  for (const query of QUERIES) for (const path of ['/rest/v1/notes', '/auth/v1/user', '/auth/v1/token', '/config.json', '/']) add(`${path}?${query}`, {}, true)
  for (const headers of [{ 'accept-profile': 'auth' }, { 'accept-profile': '\u00e9' }, { prefer: ',,=,' }, { range: 'bytes=a-b' }, { authorization: 'Basic x' }, { authorization: 'Bearer ' }, { cookie: 'device=\u00ff' }, { 'x-forwarded-for': '\u00e9,,' }]) {
    add('/rest/v1/notes?select=id', { headers }, !('authorization' in headers))
    add('/auth/v1/user', { headers }, !('authorization' in headers))
  }
  return asked
}

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
    expect((await untyped(stack).auth.signInWithPassword({ email: 'fuzz@example.cn', password: PASSWORD })).error).toBeNull()
  }, 300_000)

  test.each([
    ['a body deeper than 64 levels', '/rest/v1/rpc/who', { method: 'POST', body: DEEP_FIELD }, 400],
    ['a body of 100,000 brackets', '/auth/v1/signup', { method: 'POST', body: '['.repeat(60_000) }, 400],
    ['a question of a browser', '/auth/v1/token', { method: 'OPTIONS' }, 204],
    ['U+0000 in a path', '/rest/v1/a%00b', {}, 400],
    ['U+0000 in a query', '/rest/v1/notes?body=eq.%00', {}, 400],
    ['a number as password', '/auth/v1/token?grant_type=password', { method: 'POST', body: '{"email":"a@example.cn","password":1}' }, 400],
    ['a long address', '/auth/v1/signup', { method: 'POST', body: `{"email":"${'x'.repeat(256)}@example.cn","password":"1234567890"}` }, 400],
    ['a form', '/auth/v1/signup', { method: 'POST', body: 'a=b', headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 415],
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
    for (const text of ['nonsense\r\n\r\n', 'GET / HTTP/1.1\r\n\r\n', 'GET http://[::x HTTP/1.1\r\nHost: a\r\n\r\n', 'GET / HTTP/1.1\r\nHost: a b\r\n\r\n', 'GET \\x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n']) {
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
    ['/', 200], ['/a.txt', 200], ['/tasks/1', 200], ['/%E4%BB%BB%E5%8A%A1', 200], ['/a%20b', 200],
    ['/.env', 404], ['/.git/config', 404], ['/.secret', 404], ['/.secret/b.txt', 404], ['/%2eenv', 404], ['/x/.hidden', 404], ['/.well-known/security', 404],
    ['/..%2f..%2fetc/passwd', 404], ['/a%2fb', 404], ['/a%5cb', 404], ['/%2e%2e%2fa.txt', 404], ['/nothing.txt', 404], ['/a.txt/', 404],
    ['/%00', 400], ['/%', 400], ['/%ff', 400], ['/a%0ab', 404],
  ])('%s answers %i', async (path, status) => {
    expect(await statusOf(path)).toBe(status)
  })
})
