/**
 * Gap: @supabase/lite grants ALL on ALL tables of every schema that has row-level security to `anon` and `authenticated`
 * at the first request (which undoes every column-listed grant), and without such a table runs requests as the owner.
 *
 * Delete this file when lite leaves grants to the migrations and always takes on the role of the request.
 */
import type { Connection } from '@supabase/lite'

/** Makes every request take on its own role, and nothing be granted behind the migrations' back. */
export function alwaysUseRequestRole(connection: Connection): void {
  Reflect.set(connection, 'ensureRlsContext', async () => true)
}
