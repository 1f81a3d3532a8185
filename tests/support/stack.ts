import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient, type SupabaseClient, type SupabaseClientOptions } from '@supabase/supabase-js'
import { WebSocket } from 'ws'
import type { Database as SchemaWithIds } from '@/data/database'
import type { Database as Schema } from '@/data/database.types'
import { openBackend } from '../../supabase/local/backend'
import type { Database, Session } from '../../supabase/local/database/database'
import { liveAt } from '../../supabase/local/database/live-at'
import { CONFIG_FILE, MIGRATIONS_FOLDER } from '../../supabase/local/folders'
import type { Handler } from '../../supabase/local/gateway/handler'
import { listen, toNodeHandler } from '../../supabase/local/http-server'
import { makeKeys } from '../../supabase/local/keys'
import type { PgliteOptions } from '../../supabase/local/database/pglite-database'
import { createServerHandler } from '../../supabase/local/server'
import { issueSetupCode } from '../../supabase/local/setup-code'
import { openCopy, type TemporaryDatabase } from './postgres-template'
import { openFromSnapshot } from './stack-database'

type Transport = NonNullable<NonNullable<SupabaseClientOptions<'public'>['realtime']>['transport']>

// Node 20 has no WebSocket of its own and supabase-js insists on one; ws is one, whatever its types say.
const transport = WebSocket as unknown as Transport

/** A client for tests, whose ids are plain text. */
export type Client = SupabaseClient<Schema>

/** The same client as the app has it, for what the app's own mappers read. */
export function asApp(client: Client): SupabaseClient<SchemaWithIds> {
  return client as unknown as SupabaseClient<SchemaWithIds>
}

/** Who acts, and when by the clock of the rules. */
export interface Acting {
  /** Nobody: the owner of the database. */
  userId?: string
  at: string
}

/** One running stack with a database of its own. */
export interface TestStack {
  url: string
  publishableKey: string
  /** The code that makes the first account, as printed by the server; '' when the schema knows none. */
  setupCode: string
  /** Where uploaded files lie. */
  filesFolder: string
  /** Runs one statement as the owner of the database. */
  sql<Row = Record<string, unknown>>(text: string, parameters?: readonly unknown[]): Promise<Row[]>
  /** Runs work as the owner in one transaction. */
  transaction<T>(work: (session: Session) => Promise<T>): Promise<T>
  /** Sets the clock that the rules go by, such as '2025-03-01T09:00:00+08'; without an instant, the real time again. */
  liveAt(instant?: string): Promise<void>
  /** Runs one statement as an account at an instant, in a transaction of its own, the way the API does but without it. */
  act<Row = Record<string, unknown>>(who: Acting, text: string, parameters?: readonly unknown[]): Promise<Row[]>
  asAnon(): Client
  /** Signs up and returns the signed-in client; throws what the server refuses. */
  signUp(email: string, password: string, data?: object): Promise<Client>
  signIn(email: string, password: string): Promise<Client>
  stop(): Promise<void>
}

export interface StackOptions {
  /** Other migrations than those of the project. */
  migrationsFolder?: string
  /** How PGlite is opened, where it is PGlite. */
  pglite?: PgliteOptions
  /** The pages; none as a rule. */
  app?: Handler
}

/**
 * Starts the embedded stack on a port of its own, with keys of its own: on a copy of the run's migrated database in PGlite
 * in memory, or, with DATABASE_URL, on one that is made on that server and dropped at the end.
 */
export async function startStack(options: StackOptions = {}): Promise<TestStack> {
  const migrationsFolder = options.migrationsFolder ?? MIGRATIONS_FOLDER
  const [filesFolder, keys] = await Promise.all([mkdtemp(join(tmpdir(), 'stack-files-')), makeKeys()])
  const { database, isMigrated: isSchemaCurrent } = await openDatabase(migrationsFolder, options.pglite)
  const app = await openBackend({
    database,
    keys,
    filesFolder,
    migrationsFolder,
    configFile: CONFIG_FILE,
    isSchemaCurrent,
  })
  const setupCode = (await issueSetupCode(database)) ?? ''
  const config = { supabaseUrl: '', supabasePublishableKey: keys.publishableKey }
  const handler = createServerHandler(app, database, {
    config,
    ...(options.app === undefined ? {} : { app: options.app }),
  })
  const { url, stop, answerWith } = await listen('127.0.0.1', 0)
  answerWith(toNodeHandler(handler))
  return {
    url,
    publishableKey: keys.publishableKey,
    setupCode,
    filesFolder,
    sql: (text, parameters) => database.query(text, parameters),
    transaction: (work) => database.transaction(work, { isPatient: true }),
    liveAt: (instant) => liveAt(database, instant),
    act: (who, text, parameters) => actIn(database, who, text, parameters),
    ...clients(url, keys.publishableKey),
    stop: () => stopAll(stop, database, filesFolder),
  }
}

function actIn<Row>(
  database: Database,
  { userId, at }: Acting,
  text: string,
  parameters: readonly unknown[] = [],
): Promise<Row[]> {
  return database.transaction(async (session) => {
    await session.query("select set_config('app.now', $1, true)", [at])
    if (userId !== undefined) {
      const claims = JSON.stringify({ sub: userId, role: 'authenticated' })
      await session.query(
        `select set_config('request.jwt.claims', $1, true), set_config('request.jwt.claim.sub', $2, true),
           set_config('role', 'authenticated', true)`,
        [claims, userId],
      )
    }
    return session.query<Row>(text, parameters)
  })
}

async function openDatabase(migrationsFolder: string, pglite?: PgliteOptions): Promise<TemporaryDatabase> {
  const server = process.env['DATABASE_URL']
  if (server) return openCopy(server, migrationsFolder)
  return { database: await openFromSnapshot(migrationsFolder, pglite), isMigrated: true }
}

function clients(url: string, key: string): Pick<TestStack, 'asAnon' | 'signUp' | 'signIn'> {
  const asAnon = () => makeClient(url, key)
  return {
    asAnon,
    async signUp(email, password, data = {}) {
      const client = asAnon()
      const { error } = await client.auth.signUp({ email, password, options: { data } })
      if (error) throw error
      return client
    },
    async signIn(email, password) {
      const client = asAnon()
      const { error } = await client.auth.signInWithPassword({ email, password })
      if (error) throw error
      return client
    },
  }
}

/** A client whose session lives in memory only. */
export function makeClient(url: string, publishableKey: string): SupabaseClient<Schema> {
  return createClient<Schema>(url, publishableKey, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false, storageKey: randomUUID() },
    realtime: { transport },
  })
}

async function stopAll(stop: () => Promise<void>, database: Database, filesFolder: string): Promise<void> {
  await stop()
  await database.close()
  await rm(filesFolder, { recursive: true, force: true })
}
