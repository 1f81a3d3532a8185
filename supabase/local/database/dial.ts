import { once } from 'node:events'
import { connect, isIP, type Socket } from 'node:net'
import { connect as connectSecurely } from 'node:tls'
import { withinTime } from './within-time'

const ENCRYPTION_REQUEST = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47])
const YES = 'S'.charCodeAt(0)
/** Modes that encrypt without asking who the server is, as libpq does. */
const UNVERIFIED: ReadonlySet<unknown> = new Set(['require', 'allow', 'prefer'])

/** Where the server is, in the words of the driver. */
export interface Address {
  host: readonly string[]
  port: readonly number[]
  path?: string | false | undefined
  ssl?: unknown
}

/** Opens a connection as the driver would, which keeps the one it opens by itself to itself. Hosts are tried in order. */
export async function dial({ host, port, path, ssl }: Address, timeMs: number): Promise<Socket> {
  const places = path ? [{ path }] : host.map((name, index) => ({ host: name, port: port[index] ?? 5432 }))
  let reason: unknown
  for (const place of places) {
    const socket = connect(place)
    // Whoever waits for it hears of an error; nobody does between them.
    socket.on('error', () => undefined)
    try {
      return await withinTime(secured(socket, 'host' in place ? place.host : '', ssl), timeMs, () => tooLate(place))
    } catch (error) {
      socket.destroy()
      reason = error
    }
  }
  throw reason
}

async function secured(socket: Socket, host: string, ssl: unknown): Promise<Socket> {
  await once(socket, 'connect')
  socket.setNoDelay(true)
  if (!ssl) return socket
  socket.write(ENCRYPTION_REQUEST)
  const [answer]: unknown[] = await once(socket, 'data')
  const canEncrypt = answer instanceof Uint8Array && answer.length === 1 && answer[0] === YES
  if (!canEncrypt && ssl === 'prefer') return socket
  if (!canEncrypt) throw Object.assign(new Error('the server does not encrypt'), { code: 'ECONNREFUSED' })
  const secure = connectSecurely({
    socket,
    ...(isIP(host) === 0 && host !== '' ? { servername: host } : {}),
    ...(UNVERIFIED.has(ssl) ? { rejectUnauthorized: false } : {}),
    ...(typeof ssl === 'object' ? ssl : {}),
  })
  secure.on('error', () => undefined)
  await once(secure, 'secureConnect')
  return secure
}

function tooLate(place: object): Error {
  return Object.assign(new Error(`no connection to ${Object.values(place).join(':')} in time`), {
    code: 'CONNECT_TIMEOUT',
  })
}
