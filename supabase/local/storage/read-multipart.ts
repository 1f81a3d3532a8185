import { StorageRefusal } from '../gaps/storage-refusals'

/** A form with one file, whose bytes have not been read yet. What other fields hold counts for nothing here. */
export interface FormWithFile {
  fileType: string
  /** As the length of the whole form tells. */
  fileSize: number
  file: ReadableStream<Uint8Array>
}

/** Fields and part headers are short and few; whatever is longer before the file is not a form that we know. */
const LONGEST_PREFACE = 64 * 1024

/**
 * Reads a multipart form up to its file and hands the file on as a stream. The file must be the last part, as it is in
 * what supabase-js sends.
 */
export async function readMultipart(
  body: ReadableStream<Uint8Array>,
  contentType: string,
  contentLength: number,
): Promise<FormWithFile> {
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1]
  if (boundary === undefined) throw new Error('the form has no boundary')
  const reader = new DelimitedReader(body)
  const delimiter = Buffer.from(`\r\n--${boundary}`)
  await reader.readUntil(delimiter.subarray(2))
  for (;;) {
    const head = (await reader.readUntil(Buffer.from('\r\n\r\n'))).toString('utf8')
    if (!head.startsWith('\r\n')) throw new Error('the form ends without a file')
    if (/;\s*filename\*?=/i.test(head)) {
      const fileType =
        /^content-type:[ \t]*([\w.+-]+\/[\w.+-]+(?:[ \t]*;[ -~]*)?)[ \t]*\r?$/im.exec(head)?.[1] ??
        'application/octet-stream'
      const around = reader.consumed + delimiter.length + '--\r\n'.length
      return { fileType, fileSize: Math.max(0, contentLength - around), file: reader.streamUntil(delimiter) }
    }
    await reader.readUntil(delimiter)
  }
}

/** Reads a stream of bytes in pieces that end with a given delimiter. */
class DelimitedReader {
  /** How many bytes have been handed out or skipped as delimiters. */
  consumed = 0
  #buffer: Buffer = Buffer.alloc(0)
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>

  constructor(body: ReadableStream<Uint8Array>) {
    this.#reader = body.getReader()
  }

  async readUntil(delimiter: Buffer): Promise<Buffer> {
    for (;;) {
      const at = this.#buffer.indexOf(delimiter)
      if (at >= 0) return this.#take(at, delimiter.length)
      if (this.consumed + this.#buffer.length > LONGEST_PREFACE) throw new Error('a part of the form is too long')
      if (!(await this.#more())) throw new Error('the form is cut off')
    }
  }

  streamUntil(delimiter: Buffer): ReadableStream<Uint8Array> {
    return new ReadableStream<Uint8Array>({
      pull: async (controller) => {
        for (;;) {
          const at = this.#buffer.indexOf(delimiter)
          if (at >= 0) {
            if (at > 0) controller.enqueue(this.#take(at, delimiter.length))
            controller.close()
            await this.#skipRest()
            return
          }
          // The last bytes may be the beginning of the delimiter.
          const sure = this.#buffer.length - delimiter.length + 1
          if (sure > 0) {
            controller.enqueue(this.#take(sure, 0))
            return
          }
          if (!(await this.#more())) throw new StorageRefusal(400, 'InvalidRequest', 'The form is cut off')
        }
      },
      cancel: (reason) => this.#reader.cancel(reason),
    })
  }

  #take(length: number, skip: number): Buffer {
    const piece = Buffer.from(this.#buffer.subarray(0, length))
    this.#buffer = this.#buffer.subarray(length + skip)
    this.consumed += length + skip
    return piece
  }

  async #more(): Promise<boolean> {
    const { done, value } = await this.#reader.read()
    if (done) return false
    this.#buffer = this.#buffer.length === 0 ? Buffer.from(value) : Buffer.concat([this.#buffer, value])
    return true
  }

  async #skipRest(): Promise<void> {
    while (await this.#more()) this.#buffer = Buffer.alloc(0)
  }
}
