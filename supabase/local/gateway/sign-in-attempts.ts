import type { Database, Session } from '../database/database'

/** How many attempts one key may have had within a time. */
export interface AttemptRule {
  key: string
  limit: number
  windowSeconds: number
}

/** Whether an attempt may go on, or how long it has to wait. */
export type Reservation = { isGranted: true } | { isGranted: false; waitSeconds: number }

class Refused extends Error {}

/** Longer than every window. */
const FORGOTTEN_AFTER = '2 hours'
const PRUNE_EVERY = 500

/**
 * Keeps the times of sign-ins that failed, or that are still under way, in the database: they outlive a restart, and
 * attempts made at one moment are counted one after the other.
 */
export class SignInAttempts {
  #untilPruning = 0

  constructor(private readonly database: Database) {}

  /** Counts an attempt under all keys before it is made, or under none when one of them has had too many. */
  async reserve(rules: readonly AttemptRule[]): Promise<Reservation> {
    await this.#pruneNowAndThen()
    try {
      await this.database.transaction(async (session) => {
        // In one order, so that two attempts never wait for each other.
        for (const rule of inOrder(rules)) if (!(await count(session, rule))) throw new Refused()
      })
      return { isGranted: true }
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      return { isGranted: false, waitSeconds: await this.#waitFor(rules) }
    }
  }

  /** Takes one attempt off each key again; which one of several does not matter. */
  async giveBack(rules: readonly AttemptRule[]): Promise<void> {
    for (const { key } of rules) {
      await this.database.query(
        'update local_stack.sign_in_failures set at = at[1:cardinality(at) - 1] where key_hash = $1 and cardinality(at) > 0',
        [key],
      )
    }
  }

  async forget({ key }: AttemptRule): Promise<void> {
    await this.database.query('delete from local_stack.sign_in_failures where key_hash = $1', [key])
  }

  async #waitFor(rules: readonly AttemptRule[]): Promise<number> {
    const waits = await Promise.all(rules.map((rule) => this.#wait(rule)))
    return Math.max(1, ...waits)
  }

  async #wait({ key, limit, windowSeconds }: AttemptRule): Promise<number> {
    const [row] = await this.database.query<{ recent: number; wait: number }>(
      `select count(*)::int as recent,
              ceil(extract(epoch from min(t) - clock_timestamp()) + $2::int)::int as wait
       from local_stack.sign_in_failures f, unnest(f.at) as t
       where f.key_hash = $1 and t > clock_timestamp() - make_interval(secs => $2::int)`,
      [key, windowSeconds],
    )
    return row !== undefined && row.recent >= limit ? row.wait : 0
  }

  async #pruneNowAndThen(): Promise<void> {
    this.#untilPruning -= 1
    if (this.#untilPruning > 0) return
    this.#untilPruning = PRUNE_EVERY
    await this.database.query(
      `delete from local_stack.sign_in_failures where last_at < now() - interval '${FORGOTTEN_AFTER}'`,
    )
  }
}

function inOrder(rules: readonly AttemptRule[]): AttemptRule[] {
  return rules.toSorted((one, other) => (one.key < other.key ? -1 : 1))
}

/** The row is locked by the statement itself, so two attempts cannot both take the last place. */
async function count(session: Session, { key, limit, windowSeconds }: AttemptRule): Promise<boolean> {
  const rows = await session.query(
    `insert into local_stack.sign_in_failures as f (key_hash, at) values ($1, array[clock_timestamp()])
     on conflict (key_hash) do update
       set at = array(select t from unnest(f.at) as t where t > clock_timestamp() - make_interval(secs => $2::int) order by t)
                || clock_timestamp(),
           last_at = clock_timestamp()
       where (select count(*) from unnest(f.at) as t where t > clock_timestamp() - make_interval(secs => $2::int)) < $3::int
     returning true`,
    [key, windowSeconds, limit],
  )
  return rows.length > 0
}
