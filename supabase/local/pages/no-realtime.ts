/**
 * Takes the place of @supabase/realtime-js in the built app (vite.config.ts): the product asks, it does not listen.
 * Delete it, and the line there, with the first subscription.
 */
export class RealtimeClient {
  /** supabase-js tells the token to whoever listens; nobody does. */
  setAuth(): void {
    return undefined
  }

  channel(): never {
    throw new Error('realtime is not part of this build')
  }
}
