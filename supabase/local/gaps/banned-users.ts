/**
 * Gap: @supabase/lite signs in, and refreshes, a user whose `banned_until` lies ahead or who is deleted.
 *
 * Delete this file when lite answers such a sign-in or refresh with user_banned as GoTrue does.
 */
import type { Database } from '../database/database'
import { authError, field, textField, type Layer } from '../gateway/handler'

/** Refuses new tokens to banned users and ends their sessions. */
export function refuseBannedUsers(database: Database): Layer {
  return (next) => async (request, client) => {
    const response = await next(request, client)
    if (!response.ok || new URL(request.url).pathname !== '/auth/v1/token') return response
    const answer: unknown = await response.clone().json()
    const id = textField(field(answer, 'user'), 'id')
    if (id === undefined || !(await isBanned(database, id))) return response
    await database.query('delete from auth.sessions where user_id = $1', [id])
    return authError(400, 'user_banned', 'User is banned')
  }
}

async function isBanned(database: Database, id: string): Promise<boolean> {
  const found = await database.query(
    'select from auth.users where id = $1 and (banned_until > now() or deleted_at is not null)',
    [id],
  )
  return found.length > 0
}
