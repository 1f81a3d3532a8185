import { createHash } from 'node:crypto'
import { Transform, type TransformCallback } from 'node:stream'
import { contentFitsType, HEAD_BYTES } from './content-fits-type'
import { StorageRefusal } from '../gaps/storage-refusals'

/**
 * Passes the bytes of an upload through and remembers their hash. At the end (not before: a browser that is still sending
 * would not hear the answer) it refuses an empty file, and one whose content is not what its media type says.
 */
export class ByteMeter extends Transform {
  readonly #hash = createHash('sha256')
  #head: Buffer = Buffer.alloc(0)
  #digest: string | undefined

  constructor(private readonly mediaType: string) {
    super()
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#hash.update(chunk)
    if (this.#head.length < HEAD_BYTES)
      this.#head = Buffer.concat([this.#head, chunk.subarray(0, HEAD_BYTES - this.#head.length)])
    done(null, chunk)
  }

  override _flush(done: TransformCallback): void {
    this.#digest = this.#hash.digest('hex')
    if (this.#head.length === 0) done(new StorageRefusal(422, 'InvalidRequest', 'file_is_empty'))
    else if (!contentFitsType(this.#head, this.mediaType))
      done(new StorageRefusal(415, 'InvalidMimeType', 'file_content_differs_from_type'))
    else done()
  }

  /** SHA-256 of everything that passed, in hexadecimal; known at the end only. */
  digest(): string {
    if (this.#digest === undefined) throw new Error('the stream has not ended')
    return this.#digest
  }
}
