import type { App } from '@supabase/lite'
import { createApi } from './api'
import { readStackConfig } from './config'
import type { Database } from './database/database'
import type { Keys } from './keys'
import { applyMigrations, readMigrations } from './database/migrations'
import { StoredFiles, type ObjectRows } from './storage/stored-files'
import { ensureHostedBaseline, ensureLocalTables, ensureRoles } from './database/system-schema'

/** What a backend is made of. */
export interface BackendOptions {
  database: Database
  keys: Keys
  /** Where uploaded files are kept. */
  filesFolder: string
  migrationsFolder: string
  configFile: string
  /** The schema is known to be up to date: the database was copied from one that is. */
  isSchemaCurrent?: boolean
}

/** Brings the schema up to date and returns the API over it. */
export async function openBackend(options: BackendOptions): Promise<App> {
  const { database, keys } = options
  const config = await readStackConfig(options.configFile)
  const files = new StoredFiles(options.filesFolder, rowsIn(database))
  await files.prepare()
  const app = await createApi(database, { config, keys, files })
  if (options.isSchemaCurrent === true) return app
  const migrations = await readMigrations(options.migrationsFolder)
  await ensureRoles(database)
  await app.ensureSystemSchema()
  await ensureHostedBaseline(database)
  await ensureLocalTables(database)
  if ((await applyMigrations(database, migrations)) > 0) await database.relearnTypes()
  return app
}

function rowsIn(database: Database): ObjectRows {
  const condition = 'from storage.objects where bucket_id = $1 and name = $2'
  return {
    forget: async (bucket, key) => void (await database.query(`delete ${condition}`, [bucket, key])),
    has: async (bucket, key) => (await database.query(`select ${condition}`, [bucket, key])).length > 0,
  }
}
