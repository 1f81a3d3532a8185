/**
 * Gap: @supabase/lite revokes a refresh token and makes its successor in two steps; a second tab that refreshes between
 * them is signed out.
 *
 * Delete this file when lite rotates refresh tokens in one transaction.
 */
import type { Layer } from '../handler'
import { Turns } from '../turns'

/** Lets refreshes happen one after the other. */
export function refreshInTurn(): Layer {
  const turns = new Turns()
  return (next) => (request, client) => {
    const { pathname, searchParams } = new URL(request.url)
    const isRefresh = pathname.endsWith('/auth/v1/token') && searchParams.get('grant_type') === 'refresh_token'
    return isRefresh ? turns.run(() => next(request, client)) : next(request, client)
  }
}
