import type { Connection } from '@supabase/lite'

/** What a script or a migration sees of the database: the owner's rights, one transaction. */
export interface Session {
  /** Runs one statement with parameters and returns its rows. */
  query<Row = Record<string, unknown>>(text: string, parameters?: readonly unknown[]): Promise<Row[]>
  /** Runs several statements at once, without parameters. */
  script(text: string): Promise<void>
}

/** How the server's own work differs from that of a request. */
export interface WorkOptions {
  /** A statement may take longer than any request's. */
  isPatient?: boolean
}

/** One open database, whichever of the two engines it is. */
export interface Database {
  readonly engine: 'pglite' | 'postgres'
  /** What @supabase/lite works on. */
  readonly connection: Connection
  /** Runs one statement as the owner, outside any request. */
  query<Row = Record<string, unknown>>(
    text: string,
    parameters?: readonly unknown[],
    options?: WorkOptions,
  ): Promise<Row[]>
  /** Runs `work` as the owner in one transaction: all of it or nothing. */
  transaction<T>(work: (session: Session) => Promise<T>, options?: WorkOptions): Promise<T>
  /** Has `listener` called after each request whose work ended somebody's session or account, before it is answered. */
  onSessionsEnded(listener: () => void): void
  /** Makes the driver learn of types that migrations have just made; it knows only those it found when it connected. */
  relearnTypes(): Promise<void>
  close(): Promise<void>
}
