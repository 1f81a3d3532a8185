import type { Database, Session } from './database/database'

const MINUTE = 60_000

/**
 * Turns the day soon after midnight, and at the start for a server that slept through it, so that the first who comes in
 * the morning finds it done; returns the function that ends it. Nothing rests on it: a reader that finds the day not
 * turned computes, and the app asks for the turn as well.
 */
export function keepDay(database: Database): () => void {
  const turn = async () => {
    try {
      const known = await database.query("select from pg_proc where oid = to_regprocedure('private.ensure_day(date)')")
      if (known.length === 0) return
      let goesOn = true
      while (goesOn) goesOn = await database.transaction(turnPart, { isPatient: true })
    } catch (error) {
      // What fails now is done the next time; it must not end the server.
      console.error('the turn of the day failed:', error)
    }
  }
  void turn()
  const timer = setInterval(() => void turn(), MINUTE)
  timer.unref()
  return () => clearInterval(timer)
}

/** A part of the turn; whoever hands in meanwhile waits for no more than that. Whether there may be more to do. */
async function turnPart(session: Session): Promise<boolean> {
  const sql = 'select private.ensure_day(public.business_today()) as goes_on'
  const [row] = await session.query<{ goes_on: boolean }>(sql)
  return row?.goes_on === true
}
