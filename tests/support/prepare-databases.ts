/**
 * Before the first integration test: makes the databases that test stacks start from, once a run and not in each of the
 * files that are the first to need them.
 */
import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { MIGRATIONS_FOLDER } from '../../supabase/local/folders'
import { FIXTURE_MIGRATIONS } from '../integration/local-stack/fixture-folder'
import { makeTemplate } from './postgres-template'
import { exists, makeFolder } from './prepared-folder'
import { CACHE, digestOf, readSnapshot, snapshotFile } from './stack-database'

const SETS = [MIGRATIONS_FOLDER, FIXTURE_MIGRATIONS]
/** What is younger may be somebody's draft. */
const OLD_MS = 60 * 60_000

/** Called by vitest before the first test; what it returns is called after the last. */
export default async function prepareDatabases(): Promise<() => Promise<void>> {
  await clearOld()
  const server = process.env['DATABASE_URL']
  const undo: (() => Promise<void>)[] = []
  for (const set of SETS) {
    if (server) undo.push(await makeTemplate(server, set))
    else if (!(await exists(await snapshotFile(set)))) await readSnapshot(set)
  }
  // For servers in processes of their own, which are always on PGlite.
  await makeFolder(FIXTURE_MIGRATIONS)
  return async () => {
    for (const each of undo) await each()
  }
}

/** Databases of other migrations than today's are of no use any more. */
async function clearOld(): Promise<void> {
  const current = await Promise.all(SETS.map(digestOf))
  for (const name of await readdir(CACHE).catch(() => [])) {
    const path = join(CACHE, name)
    const isCurrent = current.some((digest) => name === digest || name === `${digest}.tar`)
    const age = Date.now() - (await stat(path).catch(() => ({ mtimeMs: Date.now() }))).mtimeMs
    if (!isCurrent && age > OLD_MS) await rm(path, { recursive: true, force: true })
  }
}
