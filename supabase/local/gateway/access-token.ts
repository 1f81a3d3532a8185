import { createHmac, timingSafeEqual } from 'node:crypto'
import { field, parseJson, textField } from './handler'

/** What a token says. */
export interface Claims {
  userId: string
  sessionId: string
  /** All of it. */
  payload: Record<string, unknown>
}

/** Who asks, as far as key and token tell; a token counts only when it is signed by us and has not expired. */
export type Caller =
  { kind: 'key' } | ({ kind: 'account' } & Claims) | { kind: 'unknown'; reason: 'expired' | 'invalid' }

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
/** One token comes with every request of a person's for an hour. */
const MOST_REMEMBERED = 2_000

/** What is remembered of a token that we signed; when it ends is looked at each time. */
interface Signed {
  claims: Claims
  expiresMs: number
}

/** Reads the tokens that the auth service signed with `secret`. */
export class AccessTokens {
  readonly #signed = new Map<string, Signed>()

  constructor(private readonly secret: string) {}

  /** Reads the Authorization header. A key in its place, as supabase-js sends it before anybody signs in, is no token. */
  callerOf(headers: Headers): Caller {
    const header = headers.get('authorization')
    if (header === null) return { kind: 'key' }
    const token = /^Bearer\s+(\S+)$/.exec(header)?.[1]
    if (token === undefined) return { kind: 'unknown', reason: 'invalid' }
    if (token.startsWith('sb_')) return { kind: 'key' }
    const signed = this.#signed.get(token) ?? this.#check(token)
    if (signed === undefined) return { kind: 'unknown', reason: 'invalid' }
    if (signed.expiresMs <= Date.now()) return { kind: 'unknown', reason: 'expired' }
    return { kind: 'account', ...signed.claims }
  }

  #check(token: string): Signed | undefined {
    const signed = readToken(token, this.secret)
    if (signed === undefined) return undefined
    if (this.#signed.size >= MOST_REMEMBERED) this.#signed.clear()
    this.#signed.set(token, signed)
    return signed
  }
}

function readToken(token: string, secret: string): Signed | undefined {
  const [head = '', body = '', signature = '', ...more] = token.split('.')
  const header = decode(head)
  const isKnown = textField(header, 'alg') === 'HS256' && field(header, 'crit') === undefined && more.length === 0
  const isOurs = isKnown && isSigned(`${head}.${body}`, signature, secret)
  const payload = isOurs ? decode(body) : undefined
  const userId = textField(payload, 'sub')
  const sessionId = textField(payload, 'session_id')
  if (typeof payload !== 'object' || payload === null || userId === undefined || sessionId === undefined)
    return undefined
  if (!UUID.test(userId) || !UUID.test(sessionId)) return undefined
  const expires = field(payload, 'exp')
  const expiresMs = typeof expires === 'number' ? expires * 1000 : 0
  return { claims: { userId, sessionId, payload: { ...payload } }, expiresMs }
}

function isSigned(content: string, signature: string, secret: string): boolean {
  const expected = createHmac('sha256', secret).update(content).digest()
  const given = Buffer.from(signature, 'base64url')
  return given.length === expected.length && timingSafeEqual(given, expected)
}

function decode(part: string): unknown {
  return parseJson(Buffer.from(part, 'base64url').toString('utf8'))
}
