import { mkdir } from 'node:fs/promises'
import { PGlite } from '@electric-sql/pglite'
import { pgcrypto } from '@electric-sql/pglite/contrib/pgcrypto'
import { FlushingFiles, startParameters } from './gaps/power-loss'

/** Where PGlite keeps its files, and what an empty one starts from. */
export interface PgliteFiles {
  /** A folder, or nothing for a database in memory. */
  folder?: string
  /** A dump to start from; only for a database that does not exist yet. */
  dump?: Uint8Array<ArrayBuffer>
}

/** Opens PostgreSQL in this thread; it is the worker thread's, as one statement may hold it for as long as it takes. */
export async function openPglite({ folder, dump }: PgliteFiles): Promise<PGlite> {
  if (folder !== undefined) await mkdir(folder, { recursive: true })
  const database = new PGlite({
    relaxedDurability: false,
    extensions: { pgcrypto },
    ...(folder === undefined ? {} : { fs: new FlushingFiles(folder), startParams: startParameters }),
    ...(dump === undefined ? {} : { loadDataDir: new Blob([dump]) }),
  })
  await database.waitReady
  return database
}
