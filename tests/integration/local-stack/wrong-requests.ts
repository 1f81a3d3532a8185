import { PASSWORD } from './fixture-stack'

const DEEP = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
export const DEEP_FIELD = `{"a":${'{"a":'.repeat(70)}1${'}'.repeat(70)}}`
/** What stands where a text is expected. */
const VALUES = [
  'null',
  '1',
  '-1',
  '1e400',
  '123456789012345678901234567890',
  'true',
  '[]',
  '{}',
  '["a"]',
  '{"a":1}',
  '""',
  '" "',
  '"\\u0000"',
  '"a\\u0000b"',
  '"\\ud800"',
  '"\\udc00x"',
  '"\u{1F600}"',
  '"\'; drop table x; --"',
  `"${'x'.repeat(300)}"`,
  `"${'x'.repeat(300)}@example.cn"`,
  '"a@b"',
  '"@"',
  '"\\\\u0000"',
]
const BODIES = [
  '',
  ' ',
  '{',
  'null',
  '1',
  '"a"',
  '[]',
  '[1]',
  '[[]]',
  '[null]',
  '{}',
  '{"a":1,}',
  '{"__proto__":{"a":1}}',
  '{"constructor":1}',
  '\u{FEFF}{}',
  DEEP,
  DEEP_FIELD,
  'a=b&c=d',
]
const TYPES = [
  'text/plain',
  'text/csv',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'multipart/form-data; boundary=x',
  'application/json; charset=utf-16',
  'application/octet-stream',
  'application/xml',
  'x',
  '/',
  'application/json;',
]
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND', 'LOCK']
const PATHS = [
  '%00',
  '%',
  '%2',
  '%zz',
  '%ff',
  '%c0%af',
  '%2e%2e/x',
  '%2f',
  '%5c',
  'a%00b',
  '..%2f..',
  '💥',
  'x'.repeat(3000),
  '.',
  '..',
  ';',
  '//',
  "'",
  '%EF%BF%BE',
  '%ed%a0%80',
  'rpc/',
  'rpc/rpc/x',
  'token/',
  'user/x',
  '__proto__',
  'constructor',
]
const QUERIES = [
  '%00',
  'a=%00',
  'a=%',
  'a=%zz',
  'a=%ff',
  'select=%00',
  'limit=99999999999999999999',
  'limit=NaN',
  'id=eq.99999999999999999999999999',
  'id=eq.abc',
  'id=eq.1e400',
  'id=in.()',
  'id=in.(a,b)',
  'id=gte.%ED%A0%80',
  'order=nothing',
  'order=id.desc.asc',
  'select=nothing',
  'select=notes(id)',
  '__proto__=eq.1',
  'constructor=eq.1',
  'owner=eq.not-a-uuid',
  'or=',
  'select=',
  'offset=999999999',
  '&&&',
  '=',
  '=eq.1',
  `body=eq.${'x'.repeat(5000)}`,
  'body=is.maybe',
  'grant_type=',
  'grant_type=password&grant_type=refresh_token',
]

/** A request as it is sent. */
export interface Asked {
  path: string
  init: RequestInit
  isSignedIn: boolean
}

/** A few hundred requests, each wrong in one way. */
export function everyRequest(): Asked[] {
  const asked: Asked[] = []
  const add = (path: string, init: RequestInit = {}, isSignedIn = false) => asked.push({ path, init, isSignedIn })
  const post = (path: string, body: string, isSignedIn = false, method = 'POST') =>
    add(path, { method, body }, isSignedIn)
  for (const value of VALUES) {
    post('/auth/v1/signup', `{"email":${value},"password":"${PASSWORD}","data":{"invitation":"x"}}`)
    post('/auth/v1/signup', `{"email":"new${asked.length}@example.cn","password":${value},"data":{"invitation":"x"}}`)
    post('/auth/v1/signup', `{"email":"new${asked.length}@example.cn","password":"${PASSWORD}","data":${value}}`)
    post(
      '/auth/v1/signup',
      `{"email":"new${asked.length}@example.cn","password":"${PASSWORD}","data":{"invitation":${value}}}`,
    )
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
    for (const path of [
      '/auth/v1/signup',
      '/auth/v1/token?grant_type=password',
      '/auth/v1/token?grant_type=refresh_token',
      '/rest/v1/rpc/who',
    ])
      post(path, body)
    for (const path of ['/rest/v1/notes', '/rest/v1/rpc/who', '/auth/v1/user', '/auth/v1/logout?scope=nowhere'])
      post(path, body, true, path.endsWith('user') ? 'PUT' : 'POST')
  }
  for (const type of TYPES) {
    for (const path of ['/auth/v1/token?grant_type=password', '/rest/v1/notes'])
      add(path, { method: 'POST', body: '{"a":1}', headers: { 'content-type': type } }, true)
  }
  for (const path of [
    '/auth/v1/token',
    '/auth/v1/signup',
    '/auth/v1/user',
    '/auth/v1/health',
    '/auth/v1/settings',
    '/auth/v1',
    '/rest/v1',
    '/rest/v1/',
    '/rest/v1/notes',
    '/rest/v1/rpc/who',
    '/rest/v1/nothing',
    '/config.json',
    '/page',
  ]) {
    for (const method of METHODS) add(path, { method }, path.startsWith('/rest/'))
  }
  for (const path of PATHS)
    for (const before of ['/', '/auth/v1/', '/rest/v1/', '/rest/v1/rpc/', '/assets/', '/config.json/'])
      add(before + path, {}, true)
  for (const query of QUERIES)
    for (const path of ['/rest/v1/notes', '/auth/v1/user', '/auth/v1/token', '/config.json', '/'])
      add(`${path}?${query}`, {}, true)
  for (const headers of [
    { 'accept-profile': 'auth' },
    { 'accept-profile': '\u00e9' },
    { prefer: ',,=,' },
    { range: 'bytes=a-b' },
    { authorization: 'Basic x' },
    { authorization: 'Bearer ' },
    { cookie: 'device=\u00ff' },
    { 'x-forwarded-for': '\u00e9,,' },
  ]) {
    add('/rest/v1/notes?select=id', { headers }, !('authorization' in headers))
    add('/auth/v1/user', { headers }, !('authorization' in headers))
  }
  return asked
}
