import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Conversation } from '../../../supabase/local/gaps/wire-answers'
import { field } from '../../../supabase/local/gateway/handler'
import { openPglite } from '../../../supabase/local/database/open-pglite'

/** One statement in PostgreSQL's simple protocol. */
function simpleQuery(text: string): Uint8Array {
  const content = Buffer.from(`${text}\0`)
  const message = Buffer.alloc(5 + content.length)
  message.write('Q')
  message.writeInt32BE(4 + content.length, 1)
  content.copy(message, 5)
  return message
}

// The modules of the worker thread, in this one, where we can look on.
test('each commit is flushed to the disk before it is acknowledged', async () => {
  const path = await mkdtemp(join(tmpdir(), 'flush-'))
  for (const way of ['made', 'opened again']) {
    const database = await openPglite({ folder: path })
    const operations = field(field(field(database.Module.FS, 'filesystems'), 'NODEFS'), 'stream_ops')
    const flush = field(operations, 'fsync')
    if (typeof operations !== 'object' || operations === null || typeof flush !== 'function')
      throw new Error('no fsync')
    let flushed = 0
    Object.assign(operations, {
      fsync(stream: unknown): unknown {
        flushed += 1
        return Reflect.apply(flush, operations, [stream])
      },
    })
    const conversation = new Conversation(database)
    await conversation.answer(simpleQuery('create table if not exists public.t (n int)'))
    for (let n = 0; n < 5; n += 1) {
      const before = flushed
      const answer = await conversation.answer(simpleQuery(`insert into public.t values (${n})`))
      expect(Buffer.from(answer).toString('latin1'), way).toContain('INSERT 0 1')
      expect(flushed, way).toBeGreaterThan(before)
    }
    await database.close()
  }
  await rm(path, { recursive: true })
}, 120_000)
