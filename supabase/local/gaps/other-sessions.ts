/**
 * Gap: after a change of password @supabase/lite leaves the user's other sessions alive; and it starts a change of
 * e-mail address that can never be finished, as nothing here sends mail.
 *
 * Delete this file when lite ends the other sessions as GoTrue does (and mail is sent, or the change can be turned off).
 */
import type { Database } from '../database/database'
import { authError, field, parseJson, textField, textOf, type Layer } from '../gateway/handler'

/** Ends the other sessions of a user who changed the password; refuses a change of address. */
export function endOtherSessions(database: Database): Layer {
  return (next) => async (request, client) => {
    if (request.method !== 'PUT' || new URL(request.url).pathname !== '/auth/v1/user') return next(request, client)
    const change = parseJson(await textOf(request))
    if (field(change, 'email') !== undefined) {
      return authError(422, 'email_provider_disabled', 'Changing the e-mail address is not possible here')
    }
    const response = await next(request, client)
    if (response.ok && field(change, 'password') !== undefined) await endOthers(database, request)
    return response
  }
}

/** The token has just been accepted by lite, so its content can be read without checking the signature again. */
async function endOthers(database: Database, request: Request): Promise<void> {
  const payload = request.headers.get('authorization')?.split('.')[1] ?? ''
  const claims = parseJson(Buffer.from(payload, 'base64url').toString('utf8'))
  const user = textField(claims, 'sub')
  const session = textField(claims, 'session_id')
  if (user === undefined || session === undefined) return
  await database.query('delete from auth.sessions where user_id = $1 and id <> $2', [user, session])
}
