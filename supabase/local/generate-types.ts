/**
 * For maintainers: writes src/data/database.types.ts anew from the migrations. The generator is the Supabase CLI, run by
 * npx; the schema is put up on PGlite for it, so that no server is needed.
 */
import { spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { openBackend } from './backend'
import type { Database } from './database/database'
import { CONFIG_FILE, MIGRATIONS_FOLDER } from './folders'
import { migrationsDigest, TYPES_FILE, typesHeader } from './generated-types'
import { makeKeys } from './keys'
import { openPglite } from './database/pglite-database'
import { serveWire } from './database/serve-wire'

const GENERATOR = 'supabase@2'

async function main(): Promise<void> {
  const database = await openPglite({})
  await bringUpSchema(database)
  const wire = await serveWire(database)
  try {
    const types = await generate(wire.url)
    await writeFile(TYPES_FILE, `${typesHeader(await migrationsDigest())}\n${types.trim()}\n`)
  } finally {
    await wire.close()
    await database.close()
  }
}

async function bringUpSchema(database: Database): Promise<void> {
  await openBackend({
    database,
    keys: await makeKeys(),
    filesFolder: tmpdir(),
    migrationsFolder: MIGRATIONS_FOLDER,
    configFile: CONFIG_FILE,
  })
}

/** Runs the generator and returns what it prints. */
function generate(url: string): Promise<string> {
  const options = ['--yes', GENERATOR, 'gen', 'types', 'typescript', '--db-url', url, '--schema', 'public']
  return new Promise((resolve, reject) => {
    const child = spawn('npx', options, { stdio: ['ignore', 'pipe', 'inherit'], shell: process.platform === 'win32' })
    let text = ''
    child.stdout.on('data', (chunk) => (text += String(chunk)))
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0 && text.includes('export type Database')) resolve(text)
      else reject(new Error(`the generator ended with code ${code}`))
    })
  })
}

await main()
