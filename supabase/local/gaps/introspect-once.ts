/**
 * Gap: each of the requests that come before @supabase/lite knows the schema reads the whole catalog for itself: after a
 * start, people who come at the same moment wait for one another's readings.
 *
 * Delete this file when lite shares a reading that is under way.
 */
import type { Connection } from '@supabase/lite'

type Introspect = Connection['introspect']

/** Lets those who ask for the cached schema while it is being read share that reading. */
export function introspectOnce(connection: Connection): void {
  const introspect: Introspect = connection.introspect.bind(connection)
  let underWay: ReturnType<Introspect> | undefined
  connection.introspect = (options) => {
    if (options?.useCache !== true) return introspect(options)
    underWay ??= introspect(options).finally(() => {
      underWay = undefined
    })
    return underWay
  }
}
