import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { copyFile, mkdir, open, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import type { App } from '@supabase/lite'
import { writeFileSafely } from './write-file-safely'

/** Lite does not export the interface by name; this is the one that its storage service calls. */
export type StorageAdapter = NonNullable<App['_storageAdapter']>

type Metadata = Awaited<ReturnType<StorageAdapter['headObject']>>
type Body = Parameters<StorageAdapter['uploadObject']>[3]

/** What the file system does not know about a file; kept beside it. */
interface Label {
  mimetype: string
  cacheControl: string
  eTag: string
}

/**
 * Keeps the objects of Storage as files below one folder. A file is named by the hash of its bucket and key, so no key
 * can point outside the folder or collide on a file system that ignores case.
 */
export class StoredFiles implements StorageAdapter {
  readonly driver: string

  constructor(folder: string) {
    this.driver = folder
  }

  async uploadObject(
    bucket: string,
    key: string,
    _version: string | undefined,
    body: Body,
    contentType: string,
    cacheControl: string,
  ): Promise<Metadata> {
    const file = await this.#prepare(bucket, key)
    const { stream, result } = measured(body)
    await writeFileSafely(file, stream)
    const label: Label = { mimetype: contentType, cacheControl, eTag: `"${result().hash}"` }
    await writeFileSafely(`${file}.json`, JSON.stringify(label))
    return this.headObject(bucket, key)
  }

  async getObject(bucket: string, key: string): ReturnType<StorageAdapter['getObject']> {
    const metadata = await this.headObject(bucket, key)
    const stream = createReadStream(this.#path(bucket, key))
    return { metadata, httpStatusCode: 200, body: Readable.toWeb(stream) }
  }

  async headObject(bucket: string, key: string): Promise<Metadata> {
    const file = this.#path(bucket, key)
    const [{ size, mtime }, label] = await Promise.all([stat(file), readLabel(`${file}.json`)])
    return { ...label, size, contentLength: size, lastModified: mtime, httpStatusCode: 200 }
  }

  async deleteObject(bucket: string, key: string): Promise<void> {
    const file = this.#path(bucket, key)
    await Promise.all([rm(file, { force: true }), rm(`${file}.json`, { force: true })])
  }

  async deleteObjects(bucket: string, keys: string[]): Promise<void> {
    for (const key of keys) await this.deleteObject(bucket, key)
  }

  async copyObject(
    sourceBucket: string,
    source: string,
    _version: string | undefined,
    destinationBucket: string,
    destination: string,
  ): ReturnType<StorageAdapter['copyObject']> {
    const from = this.#path(sourceBucket, source)
    const to = await this.#prepare(destinationBucket, destination)
    await copyFile(`${from}.json`, `${to}.json`)
    await writeFileSafely(to, createReadStream(from))
    const { eTag, lastModified } = await this.headObject(destinationBucket, destination)
    return { httpStatusCode: 200, eTag, ...(lastModified === undefined ? {} : { lastModified }) }
  }

  async privateAssetUrl(): Promise<string> {
    throw new Error('image transformation is not part of the embedded stack')
  }

  #path(bucket: string, key: string): string {
    const name = createHash('sha256').update(`${bucket}\n${key}`).digest('hex')
    return join(this.driver, name.slice(0, 2), name)
  }

  async #prepare(bucket: string, key: string): Promise<string> {
    const file = this.#path(bucket, key)
    await mkdir(join(file, '..'), { recursive: true })
    return file
  }
}

async function readLabel(file: string): Promise<Label> {
  const handle = await open(file, 'r')
  try {
    const label: unknown = JSON.parse(await handle.readFile('utf8'))
    if (!isLabel(label)) throw new Error(`${file} is not the label of a stored file`)
    return label
  } finally {
    await handle.close()
  }
}

function isLabel(value: unknown): value is Label {
  if (typeof value !== 'object' || value === null) return false
  return 'mimetype' in value && 'cacheControl' in value && 'eTag' in value
}

/** Passes the bytes through and remembers their hash. */
function measured(body: Body): { stream: Readable; result: () => { hash: string } } {
  const hash = createHash('sha256')
  const meter = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
  const source = body instanceof Uint8Array ? Readable.from([body]) : Readable.from(body)
  source.on('error', (error) => meter.destroy(error))
  return { stream: source.pipe(meter), result: () => ({ hash: hash.digest('hex').slice(0, 32) }) }
}
