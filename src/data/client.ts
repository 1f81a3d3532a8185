import type { SupabaseClient } from '@supabase/supabase-js'
import { createClient } from '@supabase/supabase-js'
import type { Database } from './database.types'
import type { DemoAccount, RuntimeConfig } from './runtime-config'

export type Client = SupabaseClient<Database>

let client: Client | null = null
let demoAccounts: readonly DemoAccount[] = []

/** Makes the one Supabase client of the page; called once, before anything is shown. */
export function configureClient(config: RuntimeConfig): void {
  client = createClient<Database>(
    config.supabaseUrl === '' ? globalThis.location.origin : config.supabaseUrl,
    config.supabasePublishableKey,
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

/** The accounts offered by one click on a demo server; none anywhere else. */
export function getDemoAccounts(): readonly DemoAccount[] {
  return demoAccounts
}
