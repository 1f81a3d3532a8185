/**
 * Gap: @supabase/lite compares a password only when the address has an account, so that the time of its answer tells
 * which addresses have one.
 *
 * Delete this file when lite compares with a hash of nobody where there is no account.
 */
import bcrypt from 'bcryptjs'
import type { Database } from '../database/database'
import { parseJson, textField, textOf, type Layer } from '../gateway/handler'

/** A hash of 10 rounds, as lite and the functions of the schema make them, of a password that nobody knows. */
const HASH_OF_NOBODY = '$2b$10$hGqr/g6fPnUpigjNKvaAD.8t2GbEwGIr/8kCkXrn18QGxrP.A6ogu'

/** Makes a sign-in with an unknown address compare one password, as one with a known address does. */
export function takeTheSameTime(database: Database): Layer {
  return (next) => async (request, client) => {
    const { pathname, searchParams } = new URL(request.url)
    const isSignIn = pathname === '/auth/v1/token' && searchParams.get('grant_type') === 'password'
    if (!isSignIn) return next(request, client)
    const body = parseJson(await textOf(request))
    const email = textField(body, 'email') ?? ''
    const password = textField(body, 'password') ?? ''
    // Without one of them lite refuses whoever asks.
    if (email !== '' && password !== '' && !(await willCompare(database, email))) {
      // oxlint-disable-next-line import/no-named-as-default-member -- the object that lite calls, so that tests can count
      await bcrypt.compare(password, HASH_OF_NOBODY)
    }
    return next(request, client)
  }
}

async function willCompare(database: Database, email: string): Promise<boolean> {
  const found = await database.query(
    `select from auth.users where email = $1 and encrypted_password <> '' and confirmed_at is not null`,
    [email.toLowerCase()],
  )
  return found.length > 0
}
