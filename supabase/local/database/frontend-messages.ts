const FIRST_SIZE = 4_096
/** PostgreSQL counts parameters in two bytes. */
const MOST_PARAMETERS = 65_535
const UNNAMED = ''

/** What a parameter is after the driver's types have made text of it. */
export type TextValue = string | null

/** Writes the messages of PostgreSQL's extended protocol, one after the other, into one piece of bytes. */
export class FrontendMessages {
  #bytes = Buffer.allocUnsafe(FIRST_SIZE)
  #length = 0

  /** The statement's text, and the types of its parameters as far as they are known (0 is unknown). */
  parse(text: string, types: readonly number[]): void {
    this.#message('P', () => {
      this.#cString(UNNAMED)
      this.#cString(text)
      this.#count(types.length)
      for (const type of types) this.#int32(type)
    })
  }

  /** Asks for the types of the parameters. */
  describeStatement(): void {
    this.#describe('S')
  }

  /** Gives the parameters, asks for the columns and runs the statement to its end. */
  run(values: readonly TextValue[]): void {
    this.#message('B', () => {
      this.#cString(UNNAMED)
      this.#cString(UNNAMED)
      this.#int16(0)
      this.#count(values.length)
      for (const value of values) this.#value(value)
      this.#int16(0)
    })
    this.#describe('P')
    this.#message('E', () => {
      this.#cString(UNNAMED)
      this.#int32(0)
    })
  }

  /** Asks for the answers so far; the transaction stays open. */
  flush(): void {
    this.#message('H', () => undefined)
  }

  /** Ends the batch, and with it the transaction: it is committed, or undone if anything in it failed. */
  sync(): void {
    this.#message('S', () => undefined)
  }

  get isEmpty(): boolean {
    return this.#length === 0
  }

  /** What has been written so far; the next message begins anew. */
  take(): Buffer {
    const written = this.#bytes.subarray(0, this.#length)
    this.#bytes = Buffer.allocUnsafe(FIRST_SIZE)
    this.#length = 0
    return written
  }

  #describe(what: 'S' | 'P'): void {
    this.#message('D', () => {
      this.#room(1)
      this.#length += this.#bytes.write(what, this.#length, 'latin1')
      this.#cString(UNNAMED)
    })
  }

  #message(type: string, write: () => void): void {
    this.#room(5)
    this.#bytes.write(type, this.#length, 'latin1')
    const lengthAt = this.#length + 1
    this.#length += 5
    write()
    this.#bytes.writeInt32BE(this.#length - lengthAt, lengthAt)
  }

  /** Its end is a zero byte: one within would be read as the end, and what follows as something else. */
  #cString(text: string): void {
    if (text.includes('\0')) throw new Error('a statement holds the character U+0000')
    const size = Buffer.byteLength(text)
    this.#room(size + 1)
    this.#length += this.#bytes.write(text, this.#length)
    this.#length = this.#bytes.writeUInt8(0, this.#length)
  }

  /** Comes with its length, whatever it holds. */
  #value(value: TextValue): void {
    if (value === null) return this.#int32(-1)
    const size = Buffer.byteLength(value)
    this.#int32(size)
    this.#room(size)
    this.#length += this.#bytes.write(value, this.#length)
  }

  #count(count: number): void {
    if (count > MOST_PARAMETERS) throw new Error(`a statement has ${count} parameters`)
    this.#room(2)
    this.#length = this.#bytes.writeUInt16BE(count, this.#length)
  }

  #int16(value: number): void {
    this.#room(2)
    this.#length = this.#bytes.writeInt16BE(value, this.#length)
  }

  #int32(value: number): void {
    this.#room(4)
    this.#length = this.#bytes.writeInt32BE(value, this.#length)
  }

  #room(size: number): void {
    if (this.#length + size <= this.#bytes.length) return
    const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#length + size))
    this.#bytes.copy(larger, 0, 0, this.#length)
    this.#bytes = larger
  }
}
