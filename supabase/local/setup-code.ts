import { randomInt } from 'node:crypto'
import type { Database } from './database/database'

/** Letters and digits that are not mistaken for one another when read aloud or copied by hand. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'

/**
 * Makes a new single-use code for setting up the first account and has the schema keep its hash. Returns nothing once
 * there is such an account, or when the schema knows no set-up codes.
 */
export async function issueSetupCode(database: Database): Promise<string | undefined> {
  const known = await database.query("select from pg_proc where oid = to_regproc('private.ensure_setup_code')")
  if (known.length === 0) return undefined
  const code = makeCode()
  const rows = await database.query<{ stored: boolean }>('select private.ensure_setup_code($1) as stored', [code])
  return rows[0]?.stored === true ? code : undefined
}

function makeCode(): string {
  const group = () => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
  return [group(), group(), group()].join('-')
}
