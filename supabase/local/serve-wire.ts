import { createServer, type Socket } from 'node:net'
import type { PgliteDatabase } from './pglite-database'

/** PGlite as a PostgreSQL server that other programs on this machine can talk to. */
export interface Wire {
  url: string
  close(): Promise<void>
}

const STARTUP_HEADER = 8
const MESSAGE_HEADER = 5
/** What a client sends first to ask for encryption, in place of a protocol version. */
const ENCRYPTION_REQUESTS: ReadonlySet<number> = new Set([80_877_103, 80_877_104])
const CANCEL_REQUEST = 80_877_102
const TERMINATE = 'X'.charCodeAt(0)

/**
 * Serves one database to several connections that share PGlite's single session. Good enough for a tool that only reads;
 * not for anything that needs transactions of its own.
 */
export async function serveWire(database: PgliteDatabase): Promise<Wire> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
    converse(socket, database)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    url: `postgresql://postgres@127.0.0.1:${address.port}/postgres?sslmode=disable`,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}

/** Cuts what the client sends into messages and passes them on, one after the other. */
function converse(socket: Socket, database: PgliteDatabase): void {
  let received = Buffer.alloc(0)
  let isStarted = false
  let work = Promise.resolve()
  const answer = (message: Buffer) => {
    work = work.then(async () => void socket.write(await database.speak(message))).catch(() => void socket.destroy())
  }
  socket.on('data', (chunk: Buffer) => {
    received = Buffer.concat([received, chunk])
    for (;;) {
      const length = messageLength(received, isStarted)
      if (length === undefined || received.length < length) return
      const message = received.subarray(0, length)
      received = received.subarray(length)
      if (isStarted) {
        if (message[0] === TERMINATE) socket.end()
        else answer(message)
      } else if (ENCRYPTION_REQUESTS.has(message.readInt32BE(4))) socket.write('N')
      else if (message.readInt32BE(4) === CANCEL_REQUEST) socket.end()
      else {
        isStarted = true
        answer(message)
      }
    }
  })
}

function messageLength(received: Buffer, isStarted: boolean): number | undefined {
  if (!isStarted) return received.length < STARTUP_HEADER ? undefined : received.readInt32BE(0)
  return received.length < MESSAGE_HEADER ? undefined : 1 + received.readInt32BE(1)
}
