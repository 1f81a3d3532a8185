import { createServer, type Socket } from 'node:net'
import type { PgliteDatabase } from './pglite-database'
import { CANCEL_REQUEST, ENCRYPTION_REQUESTS, MessageCutter, messageType } from './wire-messages'

/** PGlite as a PostgreSQL server that other programs on this machine can talk to. */
export interface Wire {
  url: string
  close(): Promise<void>
}

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

/** Passes on what the client sends, one message after the other. */
function converse(socket: Socket, database: PgliteDatabase): void {
  const cutter = new MessageCutter()
  let work = Promise.resolve()
  const answer = (message: Buffer) => {
    work = work.then(async () => void socket.write(await database.speak(message))).catch(() => void socket.destroy())
  }
  socket.on('data', (chunk: Buffer) => {
    for (const message of cutter.take(chunk)) {
      const type = messageType(message)
      const request = type === '' ? message.readInt32BE(4) : undefined
      if (type === 'X' || request === CANCEL_REQUEST) socket.end()
      else if (request !== undefined && ENCRYPTION_REQUESTS.has(request)) socket.write('N')
      else answer(message)
    }
  })
}
