import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@supabase/lite/pglite'
import { expect, test } from 'vitest'
import { openDataFolder } from '../../../supabase/local/data-folder'
import { field } from '../../../supabase/local/handler'
import { openDatabase } from '../../../supabase/local/open-database'
import { readSettings } from '../../../supabase/local/settings'

test('each commit is flushed to the disk before it is acknowledged', async () => {
  const path = await mkdtemp(join(tmpdir(), 'flush-'))
  const folder = await openDataFolder(path)
  const database = await openDatabase(readSettings({ DATA_DIR: path }), folder)
  const { driver } = database.connection
  if (!(driver instanceof PGlite)) throw new Error('not PGlite')
  const operations = field(field(field(driver.Module.FS, 'filesystems'), 'NODEFS'), 'stream_ops')
  const flush = field(operations, 'fsync')
  if (typeof operations !== 'object' || operations === null || typeof flush !== 'function') throw new Error('no fsync')
  let flushed = 0
  Object.assign(operations, {
    fsync(stream: unknown): unknown {
      flushed += 1
      return Reflect.apply(flush, operations, [stream])
    },
  })
  await database.query('create table public.t (n int)')
  const before = flushed
  for (let n = 0; n < 5; n += 1) await database.query('insert into public.t values ($1)', [n])
  expect(flushed - before).toBeGreaterThanOrEqual(5)
  await database.close()
  await folder.release()
  await rm(path, { recursive: true })
}, 120_000)
