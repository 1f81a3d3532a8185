import type { Session } from '../local/database/database'
import type { Instant } from './demo-calendar'

/** Runs a piece of work in a transaction of its own. */
export type Transact = <Result>(work: (session: Session) => Promise<Result>) => Promise<Result>

/** Somebody signed in, as the database knows them. */
export interface Actor {
  readonly userId: string
  readonly email: string
}

/** A text as SQL says it. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/**
 * The statement that makes the rest of a transaction happen at an instant and in the name of somebody, as the API does for
 * each request: their claims, the role "authenticated" and no reason of anybody's before. Everything it sets ends with the
 * transaction, so that nothing outside it, and nothing after a failure, ever lives in another time.
 */
export function actingAs({ userId, email }: Actor, at: Instant): string {
  const claims = JSON.stringify({ sub: userId, email, role: 'authenticated' })
  return `select set_config('app.now', ${quoted(at)}, true), set_config('request.jwt.claims', ${quoted(claims)}, true),
    set_config('app.reason', '', true), set_config('role', 'authenticated', true)`
}

/** The same, said at once. */
export async function actAs(session: Session, actor: Actor, at: Instant): Promise<void> {
  await session.query(actingAs(actor, at))
}

/** The same as the owner of the database, in whose name the auth service works. */
export async function actAsOwner(session: Session, at: Instant): Promise<void> {
  await session.query(
    "select set_config('app.now', $1, true), set_config('request.jwt.claims', '', true), set_config('role', 'none', true)",
    [at],
  )
}

/** The one row that a statement must answer. */
export async function oneRow<Row>(session: Session, text: string, parameters: readonly unknown[]): Promise<Row> {
  const [row] = await session.query<Row>(text, parameters)
  if (row === undefined) throw new Error(`demo data: no answer to ${text}`)
  return row
}
