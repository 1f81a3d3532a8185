import type { Database } from './database'

/** What somebody who is not signed in may call: the functions that the migrations grant to anon, and nothing else. */
export class OpenFunctions {
  #names: Promise<ReadonlySet<string>> | undefined

  constructor(private readonly database: Database) {}

  async has(name: string): Promise<boolean> {
    this.#names ??= this.#read()
    try {
      return (await this.#names).has(name)
    } catch (error) {
      this.#names = undefined
      throw error
    }
  }

  async #read(): Promise<ReadonlySet<string>> {
    const rows = await this.database.query<{ name: string }>(
      `select distinct p.proname::text as name from pg_proc p
       where p.pronamespace = 'public'::regnamespace and has_function_privilege('anon', p.oid, 'execute')`,
    )
    return new Set(rows.map(({ name }) => name))
  }
}
