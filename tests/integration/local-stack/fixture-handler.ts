import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openBackend } from '../../../supabase/local/backend'
import type { Database } from '../../../supabase/local/database/database'
import { CONFIG_FILE } from '../../../supabase/local/folders'
import type { Handler } from '../../../supabase/local/gateway/handler'
import { makeKeys, type Keys } from '../../../supabase/local/keys'
import { createServerHandler } from '../../../supabase/local/server'
import { openTemporaryPostgres } from '../../support/postgres-template'
import { openFromSnapshot } from '../../support/stack-database'
import { FIXTURE_MIGRATIONS } from './fixture-folder'

/** The server without a port, so that a test says itself who sends a request; it can be started again on the same data. */
export interface Installed {
  database: Database
  keys: Keys
  start(): Promise<Handler>
  close(): Promise<void>
}

export async function installFixture(): Promise<Installed> {
  const server = process.env['DATABASE_URL']
  const database = await (server ? openTemporaryPostgres(server) : openFromSnapshot(FIXTURE_MIGRATIONS))
  const [filesFolder, keys] = await Promise.all([mkdtemp(join(tmpdir(), 'stack-files-')), makeKeys()])
  const start = async () => {
    const options = { database, keys, filesFolder, migrationsFolder: FIXTURE_MIGRATIONS, configFile: CONFIG_FILE }
    return createServerHandler(await openBackend(options), database, {
      config: { supabaseUrl: '', supabasePublishableKey: keys.publishableKey },
    })
  }
  const close = async () => {
    await database.close()
    await rm(filesFolder, { recursive: true, force: true })
  }
  return { database, keys, start, close }
}

/** Asks the auth service something from an address. */
export function askAuth(
  handler: Handler,
  keys: Keys,
  path: string,
  body: object,
  from: { address: string; cookie?: string },
): Promise<Response> {
  const text = JSON.stringify(body)
  const headers = new Headers({
    apikey: keys.publishableKey,
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(text)),
  })
  if (from.cookie !== undefined) headers.set('cookie', from.cookie)
  return handler(new Request(`http://server/auth/v1/${path}`, { method: 'POST', headers, body: text }), {
    address: from.address,
  })
}
