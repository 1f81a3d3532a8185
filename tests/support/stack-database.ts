import { createHash, randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openBackend } from '../../supabase/local/backend'
import type { Database } from '../../supabase/local/database/database'
import { digestMigrations, readMigrations } from '../../supabase/local/database/migrations'
import { openPglite, type PgliteDatabase, type PgliteOptions } from '../../supabase/local/database/pglite-database'
import { CONFIG_FILE, PROJECT_FOLDER } from '../../supabase/local/folders'
import { makeKeys } from '../../supabase/local/keys'

/** Where databases lie that others start from; `npm test` clears away those of other migrations. */
export const CACHE = join(PROJECT_FOLDER, 'node_modules/.cache/test-stack')

const PROGRAM = join(PROJECT_FOLDER, 'node_modules/@electric-sql/pglite/dist/pglite.wasm')

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
export async function openFromSnapshot(migrationsFolder: string, options: PgliteOptions = {}): Promise<PgliteDatabase> {
  const [content, program] = await Promise.all([readSnapshot(migrationsFolder), compiledProgram()])
  const dump = new Uint8Array(content.buffer, content.byteOffset, content.byteLength)
  return openPglite({ ...options, dump, program })
}

let compiled: Promise<WebAssembly.Module> | undefined

/** PGlite's program, compiled once a process: doing so again takes as long as all else that a start does. */
function compiledProgram(): Promise<WebAssembly.Module> {
  compiled ??= readFile(PROGRAM).then((bytes) => WebAssembly.compile(new Uint8Array(bytes)))
  return compiled
}

/** The migrated database as a tar file; made where it is missing. */
export async function readSnapshot(migrationsFolder: string): Promise<Buffer<ArrayBuffer>> {
  const file = await snapshotFile(migrationsFolder)
  return readFile(file).catch(() => makeSnapshot(migrationsFolder, file))
}

/** Where the snapshot of these migrations lies, or will lie. */
export async function snapshotFile(migrationsFolder: string): Promise<string> {
  return join(CACHE, `${await digestOf(migrationsFolder)}.tar`)
}

/** The same digest means the same database. */
export async function digestOf(migrationsFolder: string): Promise<string> {
  const hash = createHash('sha256').update(digestMigrations(await readMigrations(migrationsFolder)))
  for (const file of INGREDIENTS) hash.update(await readFile(join(PROJECT_FOLDER, file)))
  return hash.digest('hex').slice(0, 24)
}

/** Brings an empty database to where a server that starts on it would bring it. */
export async function migrate(database: Database, migrationsFolder: string): Promise<void> {
  const filesFolder = await mkdtemp(join(tmpdir(), 'stack-snapshot-'))
  await openBackend({ database, keys: await makeKeys(), filesFolder, migrationsFolder, configFile: CONFIG_FILE })
  await rm(filesFolder, { recursive: true, force: true })
}

async function makeSnapshot(migrationsFolder: string, file: string): Promise<Buffer<ArrayBuffer>> {
  const database = await openPglite({})
  await migrate(database, migrationsFolder)
  await database.query('checkpoint')
  const content = Buffer.from(new Uint8Array(await database.dump()))
  await database.close()
  await mkdir(CACHE, { recursive: true })
  // Several test files may make the same snapshot at once; the rename keeps each reader from half a file.
  const draft = `${file}.${randomUUID()}`
  await writeFile(draft, content)
  await rename(draft, file)
  return content
}
