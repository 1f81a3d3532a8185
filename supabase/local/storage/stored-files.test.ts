import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { StoredFiles } from './stored-files'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stored-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const rows = { forget: async () => undefined, has: async () => false }
const put = (files: StoredFiles, key: string, words: string) =>
  files.uploadObject('b', key, undefined, Buffer.from(words), 'text/plain')
const read = async (files: StoredFiles, key: string) => {
  const { body } = await files.getObject('b', key)
  return body instanceof ReadableStream ? text(Readable.fromWeb(body as never)) : String(body)
}

test('of many who write to one address at once exactly one is kept, whole', async () => {
  const files = new StoredFiles(folder, rows)
  const outcomes = await Promise.allSettled(
    Array.from({ length: 20 }, (_, index) => put(files, 'k', `content ${index}`.repeat(1000))),
  )
  const kept = outcomes.flatMap(({ status }, index) => (status === 'fulfilled' ? [index] : []))
  expect(kept).toHaveLength(1)
  expect(await read(files, 'k')).toBe(`content ${kept[0]}`.repeat(1000))
  expect(await readdir(join(folder, 'drafts'))).toEqual([])
})

test('an address that had a file never has another', async () => {
  const files = new StoredFiles(folder, rows)
  await put(files, 'k', 'first')
  await files.deleteObject('b', 'k')
  await expect(put(files, 'k', 'second')).rejects.toThrow('already exists')
  await expect(files.getObject('b', 'k')).rejects.toThrow('gone')
})

test('a file whose row the database keeps is kept', async () => {
  const forget = async () => {
    throw new Error('submission_is_frozen')
  }
  const files = new StoredFiles(folder, { ...rows, forget })
  await put(files, 'k', 'first')
  await expect(files.deleteObject('b', 'k')).rejects.toThrow('submission_is_frozen')
  expect(await read(files, 'k')).toBe('first')
})

test('what is left of the disk is not given away to uploads', async () => {
  const files = new StoredFiles(folder, rows, Number.MAX_SAFE_INTEGER)
  await expect(put(files, 'k', 'first')).rejects.toThrow('storage_is_full')
})
