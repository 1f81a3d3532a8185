import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openBackend } from '../../../supabase/local/backend'
import type { Database } from '../../../supabase/local/database/database'
import { CONFIG_FILE } from '../../../supabase/local/folders'
import { field, textField, type Handler } from '../../../supabase/local/gateway/handler'
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

/** With `connections` at most so many sessions of a PostgreSQL server; PGlite has one. */
export async function installFixture(connections?: number): Promise<Installed> {
  const server = process.env['DATABASE_URL']
  const database = await (server ? openTemporaryPostgres(server, connections) : openFromSnapshot(FIXTURE_MIGRATIONS))
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

/** Somebody who has signed up, with the token that a browser would send. */
export interface Person {
  id: string
  token: string
}

/** Signs somebody up. */
export async function signUp(handler: Handler, keys: Keys, email: string): Promise<Person> {
  const body = { email, password: 'correct horse', data: { invitation: 'x' } }
  const answer: unknown = await (await askAuth(handler, keys, 'signup', body, { address: '127.0.0.1' })).json()
  return { id: textField(field(answer, 'user'), 'id') ?? '', token: textField(answer, 'access_token') ?? '' }
}

/** What is asked of PostgREST. */
export interface Asked {
  path: string
  method?: string
  body?: object
  headers?: Record<string, string>
  token?: string | undefined
}

/** Asks PostgREST something, as whoever has the token. */
export function askRest(
  handler: Handler,
  keys: Keys,
  { path, method, body, headers, token }: Asked,
): Promise<Response> {
  const text = body === undefined ? undefined : JSON.stringify(body)
  const all = new Headers({ apikey: keys.publishableKey, ...headers })
  if (token !== undefined) all.set('authorization', `Bearer ${token}`)
  if (text !== undefined) {
    all.set('content-type', 'application/json')
    all.set('content-length', String(Buffer.byteLength(text)))
  }
  const init = { method: method ?? (text === undefined ? 'GET' : 'POST'), headers: all, body: text ?? null }
  return handler(new Request(`http://server/rest/v1/${path}`, init), { address: '127.0.0.1' })
}
