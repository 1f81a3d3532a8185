/**
 * Gap: @supabase/lite lets anybody try passwords without end.
 *
 * Delete this file (and ../gateway/sign-in-attempts.ts, ../gateway/known-devices.ts) when lite limits failed sign-ins by itself (GoTrue:
 * over_request_rate_limit).
 */
import { createHmac } from 'node:crypto'
import { networkOf } from '../gateway/client-address'
import type { Database } from '../database/database'
import { authError, parseJson, textField, textOf, withHeaders, type Layer } from '../gateway/handler'
import { deviceCookie, deviceOf, KnownDevices, newDevice } from '../gateway/known-devices'
import { SignInAttempts, type AttemptRule } from '../gateway/sign-in-attempts'

const MINUTE = 60

/**
 * Only failures count. The tight rule looks at address and account together, so that a stranger elsewhere cannot lock
 * somebody out; the wide ones slow down guessing over many accounts or from many addresses. A device on which the account
 * was signed in to before is counted by itself, so that a stranger behind the same address cannot lock it out either.
 */
const RULES = {
  pair: { limit: 10, windowSeconds: 15 * MINUTE },
  address: { limit: 60, windowSeconds: 15 * MINUTE },
  account: { limit: 100, windowSeconds: 60 * MINUTE },
  device: { limit: 10, windowSeconds: 15 * MINUTE },
}

const FAILED: ReadonlySet<number> = new Set([400, 401, 403, 422])

/** What one attempt is counted under; the first rule is forgotten when it succeeds. */
interface Attempt {
  account: string
  device: string | undefined
  rules: [AttemptRule, ...AttemptRule[]]
}

/** Answers 429 to sign-ins and sign-ups after too many failed ones. Each is counted before it is made. */
export function limitSignIns(database: Database, secret: string): Layer {
  const attempts = new SignInAttempts(database)
  const devices = new KnownDevices(database)
  const hash = (text: string) => createHmac('sha256', secret).update(text).digest('hex')
  return (next) => async (request, client) => {
    const kind = kindOf(request)
    if (kind === undefined) return next(request, client)
    const attempt = await describe(kind, request, networkOf(client.address), hash, devices)
    const reservation = await attempts.reserve(attempt.rules)
    if (!reservation.isGranted) return tooMany(reservation.waitSeconds)
    const status = { isFailure: false }
    try {
      const response = await next(request, client)
      status.isFailure = FAILED.has(response.status)
      return response.ok ? await welcome(response, request, attempt, devices, attempts, hash) : response
    } finally {
      if (!status.isFailure) await attempts.giveBack(attempt.rules)
    }
  }
}

function kindOf(request: Request): 'sign-in' | 'sign-up' | undefined {
  if (request.method !== 'POST') return undefined
  const { pathname, searchParams } = new URL(request.url)
  if (pathname === '/auth/v1/signup') return 'sign-up'
  return pathname === '/auth/v1/token' && searchParams.get('grant_type') === 'password' ? 'sign-in' : undefined
}

async function describe(
  kind: 'sign-in' | 'sign-up',
  request: Request,
  network: string,
  hash: (text: string) => string,
  devices: KnownDevices,
): Promise<Attempt> {
  const email = (textField(parseJson(await textOf(request)), 'email') ?? '').toLowerCase()
  const account = hash(`account ${email}`)
  const device = deviceOf(request.headers)
  const rule = (name: keyof typeof RULES, text: string): AttemptRule => ({
    key: hash(`${kind} ${name} ${text}`),
    ...RULES[name],
  })
  if (kind === 'sign-in' && device !== undefined && (await devices.has(account, hash(device)))) {
    return { account, device, rules: [rule('device', `${email} ${device}`)] }
  }
  const wide = [rule('address', network), ...(kind === 'sign-in' ? [rule('account', email)] : [])]
  return { account, device, rules: [rule('pair', `${network} ${email}`), ...wide] }
}

/** The person is who they say: earlier failures are forgotten, and the device is known from now on. */
async function welcome(
  response: Response,
  request: Request,
  { account, device, rules }: Attempt,
  devices: KnownDevices,
  attempts: SignInAttempts,
  hash: (text: string) => string,
): Promise<Response> {
  const own = device ?? newDevice()
  await attempts.forget(rules[0])
  await devices.remember(account, hash(own))
  const isSecure = request.headers.get('x-forwarded-proto') === 'https'
  return withHeaders(response, (headers) => headers.append('Set-Cookie', deviceCookie(own, isSecure)))
}

function tooMany(seconds: number): Response {
  const response = authError(
    429,
    'over_request_rate_limit',
    `Too many failed attempts, try again in ${seconds} seconds`,
  )
  response.headers.set('Retry-After', String(seconds))
  return response
}
