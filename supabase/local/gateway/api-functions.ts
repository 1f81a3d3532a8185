import type { Database } from '../database/database'

/** What the catalog says about the functions of the API; it changes only with a migration, so it is read once. */
export class ApiFunctions {
  #open: Promise<ReadonlySet<string>> | undefined

  constructor(private readonly database: Database) {}

  /** Whether somebody who is not signed in may call a function: the migrations grant it to anon. */
  async isOpen(name: string): Promise<boolean> {
    this.#open ??= readOpen(this.database)
    try {
      return (await this.#open).has(name)
    } catch (error) {
      this.#open = undefined
      throw error
    }
  }
}

async function readOpen(database: Database): Promise<ReadonlySet<string>> {
  const rows = await database.query<{ name: string }>(
    `select distinct p.proname::text as name from pg_proc p
     where p.pronamespace = 'public'::regnamespace and has_function_privilege('anon', p.oid, 'execute')`,
  )
  return new Set(rows.map(({ name }) => name))
}
