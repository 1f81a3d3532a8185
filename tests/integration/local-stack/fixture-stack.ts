import { createClient, type SupabaseClient, type SupabaseClientOptions } from '@supabase/supabase-js'
import { WebSocket } from 'ws'
import { startStack, type StackOptions, type TestStack } from '../../support/stack'
import { FIXTURE_MIGRATIONS } from './fixture-folder'

export const PASSWORD = 'correct horse'

type Transport = NonNullable<NonNullable<SupabaseClientOptions<'public'>['realtime']>['transport']>

/** A stack whose schema is the one in tests/fixtures/local-stack. */
export function startFixtureStack(options: StackOptions = {}): Promise<TestStack> {
  return startStack({ ...options, migrationsFolder: FIXTURE_MIGRATIONS })
}

/** A client that knows no types, as the fixture's schema is not the project's. */
export function untyped(stack: TestStack): SupabaseClient {
  return createClient(stack.url, stack.publishableKey, {
    auth: { persistSession: false, autoRefreshToken: false },
    realtime: { transport: WebSocket as unknown as Transport },
  })
}

/** Signs up a new user and returns the client and the user's id. */
export async function newUser(stack: TestStack, email: string): Promise<{ client: SupabaseClient; id: string }> {
  const client = untyped(stack)
  const { data, error } = await client.auth.signUp({
    email,
    password: PASSWORD,
    options: { data: { invitation: 'x' } },
  })
  if (error) throw error
  return { client, id: data.user?.id ?? '' }
}
