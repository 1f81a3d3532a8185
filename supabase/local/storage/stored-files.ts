import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { link, mkdir, open, readFile, rename, rm, stat, statfs, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { App } from '@supabase/lite'
import { ByteMeter } from './byte-meter'
import { noteKept, StorageRefusal } from '../gaps/storage-refusals'
import { field, parseJson, textField } from '../gateway/handler'
import { nameOfStoredFile } from './stored-file-name'
import { UserError } from '../user-error'
import { syncFolder, writeFileSafely } from '../write-file-safely'

/** Lite does not export the interface by name; this is the one that its storage service calls. */
export type StorageAdapter = NonNullable<App['_storageAdapter']>

type Metadata = Awaited<ReturnType<StorageAdapter['headObject']>>
type Body = Parameters<StorageAdapter['uploadObject']>[3]

/** What the file system does not know about a file; kept beside it. */
interface Label {
  mimetype: string
  eTag: string
  /** Of all bytes, in hexadecimal; it goes into the object's metadata, where SQL finds it. */
  sha256: string
}

/** Whoever uploads does not decide how long what they uploaded stays in other people's caches. */
const CACHE_CONTROL = 'private, no-store'

/** Left free on the disk for the database, whose log must not run out of space because somebody uploads. */
const FREE_SPACE_FLOOR = 1024 ** 3

/** The database's side of an object. */
export interface ObjectRows {
  /** Takes the row away, or throws when the database refuses. */
  forget(bucket: string, key: string): Promise<void>
  has(bucket: string, key: string): Promise<boolean>
}

/**
 * Keeps the objects of Storage as files below one folder, each written once: an address that has had a file never has
 * another, not even after the file was removed. So whatever @supabase/lite does in whatever order, the bytes that a row
 * speaks of are those it was made for. Files are named by a hash of bucket and key, so no key can point outside the folder.
 */
export class StoredFiles implements StorageAdapter {
  readonly driver: string
  readonly #drafts: string

  constructor(
    folder: string,
    private readonly rows: ObjectRows,
    private readonly freeSpaceFloor = FREE_SPACE_FLOOR,
  ) {
    this.driver = folder
    this.#drafts = join(folder, 'drafts')
  }

  /**
   * Clears away what uploads left behind that the end of the process cut off (nobody may be uploading yet), and sees
   * whether the disk can do what writing once rests on.
   */
  async prepare(): Promise<void> {
    await rm(this.#drafts, { recursive: true, force: true })
    await mkdir(this.#drafts, { recursive: true, mode: 0o700 })
    const [probe, other] = [join(this.#drafts, 'probe'), join(this.#drafts, 'probe-linked')]
    await writeFileSafely(probe, '')
    await link(probe, other).catch((error: unknown) => {
      throw new UserError(
        `数据目录所在的磁盘不支持硬链接（${textField(error, 'code')}）：${this.driver}，请用 DATA_DIR=其他目录 再启动。`,
      )
    })
    await Promise.all([rm(probe), rm(other)])
  }

  async uploadObject(
    bucket: string,
    key: string,
    _version: string | undefined,
    body: Body,
    contentType: string,
  ): Promise<Metadata> {
    await this.#keep(bucket, key, body instanceof Uint8Array ? Readable.from([body]) : Readable.from(body), contentType)
    return this.headObject(bucket, key)
  }

  async getObject(bucket: string, key: string): ReturnType<StorageAdapter['getObject']> {
    const metadata = await this.headObject(bucket, key)
    return { metadata, httpStatusCode: 200, body: readWhenAsked(this.#path(bucket, key)) }
  }

  async headObject(bucket: string, key: string): Promise<Metadata> {
    const file = this.#path(bucket, key)
    const found = await Promise.all([stat(file), readLabel(file)]).catch(() => undefined)
    // An empty file is the mark of one that was removed.
    if (found === undefined || found[0].size === 0) throw new StorageRefusal(404, 'NoSuchKey', 'The file is gone')
    const [{ size, mtime }, label] = found
    return {
      ...label,
      cacheControl: CACHE_CONTROL,
      size,
      contentLength: size,
      lastModified: mtime,
      httpStatusCode: 200,
    }
  }

  /**
   * The row goes first: the database may refuse, and a row without a file would claim what is not there. Then an empty
   * file takes the place of the old one, in one step, and holds the address for ever.
   */
  async deleteObject(bucket: string, key: string): Promise<void> {
    await this.rows.forget(bucket, key)
    await this.#takeAway(bucket, key)
  }

  /** Takes away what was written for a row that the database then refused: nobody could find it, or count it. */
  async discard(bucket: string, key: string): Promise<void> {
    if (!(await this.rows.has(bucket, key))) await this.#takeAway(bucket, key)
  }

  async #takeAway(bucket: string, key: string): Promise<void> {
    const file = this.#path(bucket, key)
    if (!(await exists(file))) return
    const empty = join(this.#drafts, randomUUID())
    await writeFileSafely(empty, '')
    await rename(empty, file)
    await syncFolder(join(file, '..'))
    await rm(labelOf(file), { force: true })
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
    const { mimetype } = await this.headObject(sourceBucket, source)
    await this.#keep(destinationBucket, destination, createReadStream(this.#path(sourceBucket, source)), mimetype)
    const { eTag, lastModified } = await this.headObject(destinationBucket, destination)
    return { httpStatusCode: 200, eTag, ...(lastModified === undefined ? {} : { lastModified }) }
  }

  async privateAssetUrl(): Promise<string> {
    throw new Error('image transformation is not part of the embedded stack')
  }

  #path(bucket: string, key: string): string {
    const name = nameOfStoredFile(bucket, key)
    return join(this.driver, name.slice(0, 2), name)
  }

  /** Writes a draft, flushes it to the disk, and gives it its name, which fails when the name is or ever was taken. */
  async #keep(bucket: string, key: string, source: Readable, mimetype: string): Promise<void> {
    const file = this.#path(bucket, key)
    const draft = join(this.#drafts, randomUUID())
    const meter = new ByteMeter(mimetype)
    try {
      await mkdir(this.#drafts, { recursive: true, mode: 0o700 })
      await mkdir(join(file, '..'), { recursive: true, mode: 0o700 })
      await this.#requireSpace()
      await pipeline(source, meter, createWriteStream(draft, { flags: 'wx', mode: 0o600, flush: true }))
      // Asked again with what arrived: uploads beside each other share what is left.
      await this.#requireSpace()
      await link(draft, file).catch(refuseTaken)
      noteKept(bucket, key)
    } finally {
      // Whatever failed, nobody reads the source any more.
      source.destroy()
      await rm(draft, { force: true })
    }
    const sha256 = meter.digest()
    const label: Label = { mimetype, eTag: `"${sha256.slice(0, 32)}"`, sha256 }
    await writeFileSafely(labelOf(file), JSON.stringify(label), 0o600)
  }

  async #requireSpace(): Promise<void> {
    const { bavail, bsize } = await statfs(this.driver)
    if (bavail * bsize < this.freeSpaceFloor) throw new StorageRefusal(507, 'StorageFull', 'storage_is_full')
  }
}

const PIECE_BYTES = 64 * 1024

/** A file's bytes. It is opened when somebody reads them: an answer whose body nobody asks for leaves nothing open. */
function readWhenAsked(path: string): ReadableStream<Uint8Array> {
  let file: FileHandle | undefined
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          file ??= await open(path, 'r')
          const { bytesRead, buffer } = await file.read(new Uint8Array(PIECE_BYTES))
          if (bytesRead > 0) return controller.enqueue(buffer.subarray(0, bytesRead))
          controller.close()
        } catch (error) {
          controller.error(error)
        }
        await file?.close()
      },
      cancel: () => file?.close(),
    },
    { highWaterMark: 0 },
  )
}

function refuseTaken(error: unknown): never {
  if (textField(error, 'code') === 'EEXIST') throw new StorageRefusal(409, 'Duplicate', 'The resource already exists')
  throw error
}

const labelOf = (file: string) => `${file}.json`

async function readLabel(file: string): Promise<Label> {
  const label = parseJson(await readFile(labelOf(file), 'utf8'))
  const read = (name: keyof Label): string => {
    const value = textField(label, name)
    if (value === undefined) throw new Error(`${file} has no proper label: ${String(field(label, name))}`)
    return value
  }
  return { mimetype: read('mimetype'), eTag: read('eTag'), sha256: read('sha256') }
}

function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  )
}
