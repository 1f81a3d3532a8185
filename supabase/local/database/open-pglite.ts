import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite, type PGliteOptions } from '@electric-sql/pglite'
import { pgcrypto } from '@electric-sql/pglite/contrib/pgcrypto'
import { FlushingFiles, flushWrites, startParameters } from '../gaps/power-loss'

/** Where PGlite keeps its files, and what an empty one starts from. */
export interface PgliteFiles {
  /** A folder, or nothing for a database in memory. */
  folder?: string
  /** A dump to start from; only for a database that does not exist yet. */
  dump?: Uint8Array<ArrayBuffer>
  /** PGlite's program, already compiled: for whoever opens many databases, as tests do. */
  program?: WebAssembly.Module
}

/** Opens PostgreSQL in this thread; it is the worker thread's, as one statement may hold it for as long as it takes. */
export async function openPglite({ folder, dump, program }: PgliteFiles): Promise<PGlite> {
  const database = new PGlite({
    relaxedDurability: false,
    extensions: { pgcrypto },
    ...(folder === undefined ? {} : await filesIn(folder)),
    ...(dump === undefined ? {} : { loadDataDir: new Blob([dump]) }),
    ...(program === undefined ? {} : { pgliteWasmModule: program }),
  })
  await database.waitReady
  if (folder !== undefined) flushWrites(database.Module)
  return database
}

async function filesIn(folder: string): Promise<PGliteOptions> {
  await mkdir(folder, { recursive: true })
  // PGlite cannot make a database on files of ours; what it writes meanwhile is for the caller to flush.
  const isMade = existsSync(join(folder, 'PG_VERSION'))
  return { startParams: startParameters, ...(isMade ? { fs: new FlushingFiles(folder) } : { dataDir: folder }) }
}
