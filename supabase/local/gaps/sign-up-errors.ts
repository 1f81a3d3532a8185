/**
 * Gap: when a trigger on auth.users refuses a sign-up, @supabase/lite answers 500 without a word of what was raised; and it
 * looks at the address first, so that a stranger without a code learns which addresses have an account.
 *
 * Delete this file when lite's answer carries the message and the SQLSTATE of the exception, and tells nobody about
 * addresses.
 */
import { randomUUID } from 'node:crypto'
import type { Database } from '../database/database'
import { authError, field, parseJson, textOf, type Layer } from '../gateway/handler'
import { asPostgresError } from './error-answers'

const REHEARSAL = Symbol('rehearsal')

/**
 * Tells why a sign-up fails: its insert is rehearsed in a transaction that is rolled back, and the error is answered. It is
 * rehearsed with an address that nobody has: whoever has no right to sign up gets the same answer in the same time
 * whatever address they try. Whether the asked one is taken, lite says to those who have the right.
 */
export function explainSignUpErrors(database: Database): Layer {
  return (next) => async (request, client) => {
    if (request.method !== 'POST' || new URL(request.url).pathname !== '/auth/v1/signup') return next(request, client)
    const text = await textOf(request)
    const refused = await refusal(database, text)
    if (refused !== undefined) return refused
    const response = await next(request, client)
    if (response.status !== 500) return response
    // Something changed between the rehearsal and the sign-up: perhaps another one was faster.
    return (await refusal(database, text)) ?? authError(500, 'unexpected_failure', 'Database error saving new user')
  }
}

async function refusal(database: Database, text: string): Promise<Response | undefined> {
  const reason = asPostgresError(await rehearse(database, parseJson(text)))
  if (reason === undefined) return undefined
  const status = Number(/^PT(4\d\d)$/.exec(reason.code)?.[1] ?? 422)
  return authError(status, reason.code, reason.message, { details: reason.detail, hint: reason.hint })
}

async function rehearse(database: Database, body: unknown): Promise<unknown> {
  const id = randomUUID()
  const email = `${id}@nobody.invalid`
  const data = field(body, 'data')
  const metadata = {
    ...(typeof data === 'object' ? data : {}),
    email,
    email_verified: true,
    phone_verified: false,
    sub: id,
  }
  try {
    await database.transaction(async (session) => {
      await session.query(
        `insert into auth.users (id, email, email_confirmed_at, raw_app_meta_data, raw_user_meta_data)
         values ($1, $2, now(), '{"provider":"email","providers":["email"]}', $3::text::jsonb)`,
        [id, email, JSON.stringify(metadata)],
      )
      throw REHEARSAL
    })
  } catch (error) {
    return error === REHEARSAL ? undefined : error
  }
  return undefined
}
