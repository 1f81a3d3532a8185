import { createHmac, timingSafeEqual } from 'node:crypto'
import { field, parseJson, textField } from './handler'

/** Who asks, as far as key and token tell; a token counts only when it is signed by us and has not expired. */
export type Caller =
  | { kind: 'key' }
  | { kind: 'account'; userId: string; sessionId: string }
  | { kind: 'unknown'; reason: 'expired' | 'invalid' }

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Reads the Authorization header. A key in its place, as supabase-js sends it before anybody signs in, is no token. */
export function readCaller(headers: Headers, secret: string): Caller {
  const header = headers.get('authorization')
  if (header === null) return { kind: 'key' }
  const token = /^Bearer\s+(\S+)$/.exec(header)?.[1]
  if (token === undefined) return { kind: 'unknown', reason: 'invalid' }
  if (token.startsWith('sb_')) return { kind: 'key' }
  return readToken(token, secret)
}

function readToken(token: string, secret: string): Caller {
  const [head = '', payload = '', signature = '', ...more] = token.split('.')
  const claims = decode(payload)
  const isOurs =
    more.length === 0 && textField(decode(head), 'alg') === 'HS256' && isSigned(`${head}.${payload}`, signature, secret)
  const userId = textField(claims, 'sub')
  const sessionId = textField(claims, 'session_id')
  if (!isOurs || userId === undefined || sessionId === undefined) return { kind: 'unknown', reason: 'invalid' }
  if (!UUID.test(userId) || !UUID.test(sessionId)) return { kind: 'unknown', reason: 'invalid' }
  const expires = field(claims, 'exp')
  if (typeof expires !== 'number' || expires * 1000 <= Date.now()) return { kind: 'unknown', reason: 'expired' }
  return { kind: 'account', userId, sessionId }
}

function isSigned(content: string, signature: string, secret: string): boolean {
  const expected = createHmac('sha256', secret).update(content).digest()
  const given = Buffer.from(signature, 'base64url')
  return given.length === expected.length && timingSafeEqual(given, expected)
}

function decode(part: string): unknown {
  return parseJson(Buffer.from(part, 'base64url').toString('utf8'))
}
