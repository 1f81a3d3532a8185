const STARTUP_HEADER = 8
const MESSAGE_HEADER = 5

/** What a client may send before its startup packet. */
export const ENCRYPTION_REQUESTS: ReadonlySet<number> = new Set([80_877_103, 80_877_104])
export const CANCEL_REQUEST = 80_877_102

/** Cuts what arrives of PostgreSQL's protocol into whole messages. */
export class MessageCutter {
  #received: Buffer = Buffer.alloc(0)

  /** Takes what has come and returns the messages that are whole by now. */
  take(chunk: Uint8Array): Buffer[] {
    const arrived = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    this.#received = this.#received.length === 0 ? arrived : Buffer.concat([this.#received, arrived])
    const messages: Buffer[] = []
    for (;;) {
      const length = messageLength(this.#received)
      if (length === undefined || this.#received.length < length) return messages
      messages.push(this.#received.subarray(0, length))
      this.#received = this.#received.subarray(length)
    }
  }
}

/** The letter of a message; '' for a packet of the start, which has none. */
export function messageType(message: Uint8Array): string {
  return isStartPacket(message) ? '' : String.fromCharCode(message[0] ?? 0)
}

/** A packet of the start begins with its length, whose first byte is 0; every other message with a letter. */
function isStartPacket(message: Uint8Array): boolean {
  return message[0] === 0
}

function messageLength(received: Buffer): number | undefined {
  if (isStartPacket(received)) return received.length < STARTUP_HEADER ? undefined : received.readInt32BE(0)
  return received.length < MESSAGE_HEADER ? undefined : 1 + received.readInt32BE(1)
}
