import { randomUUID } from 'node:crypto'
import { access, cp, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openPglite } from '../../supabase/local/database/pglite-database'
import { CACHE, digestOf, readSnapshot } from './stack-database'

/** Lies in the folder of a database that was made to the end (supabase/local/database/open-database.ts). */
const COMPLETE = 'complete'

/**
 * Puts a migrated database where a server will look for it, for tests of what a server does later: making one takes it
 * longer than all else. Keys and set-up code are the server's own as ever.
 */
export async function prepareDataFolder(dataFolder: string, migrationsFolder: string): Promise<void> {
  const template = await makeFolder(migrationsFolder)
  await mkdir(dataFolder, { recursive: true, mode: 0o700 })
  await cp(template, join(dataFolder, 'database'), { recursive: true })
}

/** The folder of a migrated database, to be copied and never opened; made where it is missing. */
export async function makeFolder(migrationsFolder: string): Promise<string> {
  const folder = join(CACHE, await digestOf(migrationsFolder))
  if (await exists(folder)) return folder
  const draft = `${folder}.${randomUUID()}`
  const dump = new Uint8Array(await readSnapshot(migrationsFolder))
  await (await openPglite({ folder: draft, dump })).close()
  await writeFile(join(draft, COMPLETE), '')
  try {
    await rename(draft, folder)
  } catch (error) {
    // Somebody else may have made the same one meanwhile.
    await rm(draft, { recursive: true, force: true })
    if (!(await exists(folder))) throw error
  }
  return folder
}

/** Whether there is something of this name. */
export function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
