/**
 * Gap: @supabase/lite sends `begin`, each of up to ten settings, the statement of a request, the read of response.status
 * and `commit` one by one and waits for each: more than a dozen ways to the database for the simplest call.
 *
 * Delete this file (and ../database/request-transaction.ts, ../database/request-settings.ts, ../database/pipeline.ts and what only they use) when lite sends
 * the settings of a request in one statement and does not wait between `begin` and the request's own statement.
 */
import type { PostgresConnection } from '@supabase/lite/postgres'
import { DatabaseLostError } from '../database/database-lost'
import { RequestTransaction } from '../database/request-transaction'
import { kyselyOn } from '../database/session-driver'
import type { SessionPool } from '../database/session-pool'
import { requestSettings } from '../database/request-settings'

type WithContext = PostgresConnection['withContext']

/** Makes the work of each request one transaction that is sent in one go; `sessionsEnded` hears of sessions it ended. */
export function askInOneGo(connection: PostgresConnection, pool: SessionPool, sessionsEnded: () => void): void {
  const withContext: WithContext = connection.withContext.bind(connection)
  connection.withContext = async (context, work, options) => {
    // Lite's own work, or a part of a transaction that lite has begun.
    if (context === undefined || options?.transaction !== undefined) return withContext(context, work, options)
    // Before there is a session that could be kept for ever.
    const settings = requestSettings(context, options?.rpc)
    const lease = await pool.take()
    const transaction = new RequestTransaction(lease, settings, {
      isCall: options?.rpc !== undefined,
      isCounted: /\bcount=/.test(options?.rpc?.requestHeaders?.['prefer'] ?? ''),
      isForLooks: options?.forceRollback === true,
    })
    try {
      const result = await work(kyselyOn(transaction.driver))
      await transaction.finish()
      return result
    } catch (error) {
      await transaction.undo()
      // Whether it was committed before the connection was lost is not known.
      if (error instanceof DatabaseLostError) sessionsEnded()
      throw error
    } finally {
      lease.release()
      if (transaction.hasEndedSessions) sessionsEnded()
    }
  }
}
