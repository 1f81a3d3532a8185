/**
 * Gap: PGlite runs PostgreSQL with fsync off, over a file layer whose fsync does nothing: what was acknowledged survives
 * the death of the process but not a power failure.
 *
 * Delete this file when PGlite flushes its files (and starts without -F) in Node.
 */
import { fsyncSync } from 'node:fs'
import { open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'
import { field } from '../gateway/handler'
import { syncFolder } from '../write-file-safely'

/** PGlite's own parameters without -F, so that PostgreSQL asks for its writes to be flushed. */
export const startParameters: string[] = [
  ...PGlite.defaultStartParams.filter((each) => each !== '-F'),
  // Of the ways to flush its log, fsync is the one that the file layer passes on.
  '-c',
  'wal_sync_method=fsync',
]

type Init = NodeFS['init']

/** The files of a database that is made already; flushes reach the disk from the recovery of its log on. */
export class FlushingFiles extends NodeFS {
  override async init(...[pglite, options]: Parameters<Init>): ReturnType<Init> {
    return super.init(pglite, { ...options, preRun: [...(options.preRun ?? []), flushWrites] })
  }
}

/** Makes each flush that PostgreSQL asks for reach the disk. */
export function flushWrites(runtime: unknown): void {
  const operations = field(field(field(field(runtime, 'FS'), 'filesystems'), 'NODEFS'), 'stream_ops')
  if (typeof operations !== 'object' || operations === null) throw new Error('PGlite keeps its files in another way')
  Object.assign(operations, {
    fsync(stream: unknown): number {
      const descriptor = field(stream, 'nfd')
      if (typeof descriptor === 'number') fsyncSync(descriptor)
      return 0
    },
  })
}

/** Flushes what was written before flushing was possible: the files of a new database. */
export async function flushFolder(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isDirectory()) await syncFolder(path)
    else if (entry.isFile()) await flushFile(path)
  }
  await syncFolder(folder)
}

async function flushFile(path: string): Promise<void> {
  const handle = await open(path, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
