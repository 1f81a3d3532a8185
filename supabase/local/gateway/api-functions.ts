import type { Database } from '../database/database'

/** What the catalog says about the functions of the API; it changes only with a migration, so it is read once. */
export class ApiFunctions {
  #read: Promise<{ open: ReadonlySet<string>; changing: ReadonlySet<string> }> | undefined

  constructor(private readonly database: Database) {}

  /** Whether somebody who is not signed in may call a function: the migrations grant it to anon. */
  async isOpen(name: string): Promise<boolean> {
    return (await this.#known()).open.has(name)
  }

  /** Whether a function may change something. */
  async isChanging(name: string): Promise<boolean> {
    return (await this.#known()).changing.has(name)
  }

  async #known() {
    this.#read ??= readFunctions(this.database)
    try {
      return await this.#read
    } catch (error) {
      this.#read = undefined
      throw error
    }
  }
}

async function readFunctions(database: Database) {
  const rows = await database.query<{ name: string; is_open: boolean; is_changing: boolean }>(
    `select p.proname::text as name, bool_or(has_function_privilege('anon', p.oid, 'execute')) as is_open,
            bool_or(p.provolatile = 'v') as is_changing
     from pg_proc p where p.pronamespace = 'public'::regnamespace group by 1`,
  )
  return {
    open: new Set(rows.filter((row) => row.is_open).map(({ name }) => name)),
    changing: new Set(rows.filter((row) => row.is_changing).map(({ name }) => name)),
  }
}
