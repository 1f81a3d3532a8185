/**
 * Gap: @supabase/lite lets anybody try passwords without end.
 *
 * Delete this file when lite limits failed sign-ins by itself (GoTrue: over_request_rate_limit).
 */
import { authError, parseJson, textField, withBody, type Layer } from '../handler'

interface Rule {
  limit: number
  windowMs: number
}

const MINUTE = 60_000

/**
 * Only failures count. The tight rule looks at address and account together, so that a stranger elsewhere cannot lock
 * somebody out; the wide ones slow down guessing over many accounts or from many addresses.
 */
const RULES = {
  pair: { limit: 10, windowMs: 15 * MINUTE },
  address: { limit: 60, windowMs: 15 * MINUTE },
  account: { limit: 100, windowMs: 60 * MINUTE },
} satisfies Record<string, Rule>

/** When this many keys are remembered, those whose window is over are forgotten. */
const SWEEP_AT = 10_000

const FAILED: ReadonlySet<number> = new Set([400, 401, 403, 422])

/** Answers 429 to sign-ins and sign-ups after too many failed ones. */
export function limitSignIns(now: () => number = Date.now): Layer {
  const failures = new FailureLog(now)
  return (next) => async (request, client) => {
    const { pathname, searchParams } = new URL(request.url)
    const isSignIn = pathname.endsWith('/auth/v1/token') && searchParams.get('grant_type') === 'password'
    const isSignUp = pathname.endsWith('/auth/v1/signup')
    if (request.method !== 'POST' || !(isSignIn || isSignUp)) return next(request, client)
    const text = await request.text()
    const account = (textField(parseJson(text), 'email') ?? '').toLowerCase().slice(0, 255)
    const keys = keysOf(account, client.address, isSignIn)
    const waitMs = failures.waitFor(keys)
    if (waitMs > 0) return tooMany(waitMs)
    const response = await next(withBody(request, text), client)
    if (response.ok) failures.forget(keys[0])
    else if (FAILED.has(response.status)) failures.record(keys)
    return response
  }
}

type Key = readonly [text: string, rule: Rule]

function keysOf(account: string, address: string, isSignIn: boolean): [Key, ...Key[]] {
  const pair: Key = [`pair ${address} ${account}`, RULES.pair]
  const from: Key = [`address ${address}`, RULES.address]
  return isSignIn ? [pair, from, [`account ${account}`, RULES.account]] : [pair, from]
}

function tooMany(waitMs: number): Response {
  const seconds = Math.ceil(waitMs / 1000)
  const response = authError(429, 'over_request_rate_limit', `Too many failed attempts, try again in ${seconds} seconds`)
  response.headers.set('Retry-After', String(seconds))
  return response
}

class FailureLog {
  readonly #times = new Map<string, { rule: Rule; at: number[] }>()

  constructor(private readonly now: () => number) {}

  /** How long until every rule lets another attempt through. */
  waitFor(keys: readonly Key[]): number {
    return Math.max(...keys.map(([text, rule]) => this.#wait(text, rule)))
  }

  record(keys: readonly Key[]): void {
    if (this.#times.size > SWEEP_AT) this.#sweep()
    for (const [text, rule] of keys) {
      const at = [...this.#recent(text, rule), this.now()]
      this.#times.set(text, { rule, at: at.slice(-rule.limit) })
    }
  }

  forget([text]: Key): void {
    this.#times.delete(text)
  }

  #wait(text: string, rule: Rule): number {
    const recent = this.#recent(text, rule)
    const oldest = recent[0]
    if (oldest === undefined || recent.length < rule.limit) return 0
    return oldest + rule.windowMs - this.now()
  }

  #recent(text: string, rule: Rule): number[] {
    const since = this.now() - rule.windowMs
    return (this.#times.get(text)?.at ?? []).filter((at) => at > since)
  }

  #sweep(): void {
    for (const [text, { rule }] of this.#times) {
      if (this.#recent(text, rule).length === 0) this.#times.delete(text)
    }
  }
}
