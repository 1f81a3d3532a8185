import { createHash, randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { openBackend } from '../../supabase/local/backend'
import type { Database } from '../../supabase/local/database/database'
import { CONFIG_FILE, PROJECT_FOLDER } from '../../supabase/local/folders'
import { makeKeys } from '../../supabase/local/keys'
import { digestMigrations, readMigrations } from '../../supabase/local/database/migrations'
import { openPglite, type PgliteOptions } from '../../supabase/local/database/pglite-database'
import { openPostgres } from '../../supabase/local/database/postgres-database'

const CACHE = join(PROJECT_FOLDER, 'node_modules/.cache/test-stack')

/** What decides about the content of a snapshot besides the migrations. */
const INGREDIENTS = [
  'supabase/local/database/system-schema.ts',
  'node_modules/@supabase/lite/package.json',
  'node_modules/@electric-sql/pglite/package.json',
]

/**
 * Opens a database, in memory if nothing else is said, that starts from a migrated snapshot; the snapshot is made once
 * per set of migrations.
 */
export async function openFromSnapshot(migrationsFolder: string, options: PgliteOptions = {}): Promise<Database> {
  const file = join(CACHE, `${await digestOf(migrationsFolder)}.tar`)
  const snapshot = await readFile(file).catch(() => undefined)
  const content = snapshot ?? (await makeSnapshot(migrationsFolder, file))
  return openPglite({ ...options, dump: new Uint8Array(content) })
}

async function digestOf(migrationsFolder: string): Promise<string> {
  const hash = createHash('sha256').update(digestMigrations(await readMigrations(migrationsFolder)))
  for (const file of INGREDIENTS) hash.update(await readFile(join(PROJECT_FOLDER, file)))
  return hash.digest('hex').slice(0, 24)
}

async function makeSnapshot(migrationsFolder: string, file: string): Promise<Uint8Array> {
  const filesFolder = await mkdtemp(join(tmpdir(), 'stack-snapshot-'))
  const database = await openPglite({})
  await openBackend({ database, keys: await makeKeys(), filesFolder, migrationsFolder, configFile: CONFIG_FILE })
  await database.query('checkpoint')
  const content = await database.dump()
  await database.close()
  await rm(filesFolder, { recursive: true, force: true })
  await mkdir(CACHE, { recursive: true })
  // Several test files may make the same snapshot at once; the rename keeps each reader from half a file.
  const draft = `${file}.${randomUUID()}`
  await writeFile(draft, content)
  await rename(draft, file)
  return content
}

/** Makes a database on a real server; it is dropped when it is closed. */
export async function openTemporaryPostgres(server: string, connections?: number): Promise<Database> {
  const name = `test_stack_${randomUUID().replaceAll('-', '')}`
  await onServer(server, `create database ${name} template template0 encoding 'UTF8'`)
  const url = new URL(server)
  url.pathname = `/${name}`
  const database = await openPostgres(url.href, connections)
  return {
    ...database,
    close: async () => {
      await database.close()
      await onServer(server, `drop database ${name} with (force)`)
    },
  }
}

async function onServer(server: string, statement: string): Promise<void> {
  const sql = postgres(server, { max: 1, onnotice: () => undefined })
  try {
    await sql.unsafe(statement)
  } finally {
    await sql.end()
  }
}
