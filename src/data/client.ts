import { createClient, type SupabaseClient } from '@supabase/supabase-js'
import type { Database } from './database'
import type { DemoAccount, RuntimeConfig } from './runtime-config'

type Client = SupabaseClient<Database>

let client: Client | null = null
let server: Server = { url: '', publishableKey: '' }
let demoAccounts: readonly DemoAccount[] = []

/** Where the services answer, and the key they ask for. */
interface Server {
  readonly url: string
  readonly publishableKey: string
}

/** Makes the one Supabase client of the page; called once, before anything is shown. */
export function configureClient(config: RuntimeConfig): void {
  server = {
    url: config.supabaseUrl === '' ? globalThis.location.origin : config.supabaseUrl,
    publishableKey: config.supabasePublishableKey,
  }
  client = createClient<Database>(
    server.url,
    server.publishableKey,
    // Our links carry invitation and reset codes behind the hash; the auth client must not read them.
    { auth: { detectSessionInUrl: false, persistSession: true, autoRefreshToken: true } },
  )
  demoAccounts = config.demoAccounts
}

/** The Supabase client; only fetchers and mutations in this room call it. */
export function getClient(): Client {
  if (client === null) throw new Error('configureClient was not called')
  return client
}

/** The server behind the client, for the one request it cannot make: an upload that says how far it is. */
export function getServer(): Server {
  return server
}

/** The accounts offered by one click on a demo server; none anywhere else. */
export function getDemoAccounts(): readonly DemoAccount[] {
  return demoAccounts
}
