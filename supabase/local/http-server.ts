import { EventEmitter } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { plainAnswers } from './gateway/answer-plainly'
import type { Handler } from './gateway/handler'
import { UserError } from './user-error'

/** Answers a request in Node's own terms. */
export type NodeHandler = (request: IncomingMessage, response: ServerResponse) => void

/** A listening server. */
export interface Listening {
  server: Server
  /** The address to open on this machine. */
  url: string
  /** Says who answers from now on. */
  answerWith(handler: NodeHandler): void
  /** Takes no more requests, lets those under way finish, then closes. */
  stop(): Promise<void>
}

/** A large file over a slow line takes a while; what is no upload has its own, short time (read-bodies.ts). */
const LONGEST_REQUEST_MS = 30 * 60_000
const LONGEST_HEADERS_MS = 20_000
/** How often the two are looked after. */
const CHECK_EVERY_MS = 5_000
/** A connection on which nothing moves, be it an upload that stopped or a reader that is gone. */
const LONGEST_SILENCE_MS = 2 * 60_000
/** How long requests under way may take when the server stops. */
const GRACE_MS = 10_000

const UNUSED_METHODS: ReadonlySet<string> = new Set(['TRACE', 'TRACK', 'CONNECT'])

/** Adapts a handler to Node. Behind a proxy that is trusted, the client is whom the proxy names last. */
export function toNodeHandler(handler: Handler, trustProxy = false): NodeHandler {
  const warn = trustProxy ? () => undefined : warnOfProxy()
  const whence = (incoming: unknown, headers: Headers): string => {
    warn(headers)
    return addressOf(incoming, headers, trustProxy)
  }
  const answerPlainly = plainAnswers(handler, whence)
  const listener = getRequestListener(
    (request, env) => {
      const incoming: unknown = 'incoming' in env ? env.incoming : undefined
      const left = leftSignal('outgoing' in env ? env.outgoing : undefined)
      return handler(request, { address: whence(incoming, request.headers), left })
    },
    { overrideGlobalObjects: false },
  )
  return (request, response) => {
    // These the Request of the web cannot even express.
    if (UNUSED_METHODS.has(request.method ?? '')) response.writeHead(405, { Connection: 'close' }).end()
    else if (!answerPlainly(request, response)) void listener(request, response)
  }
}

/** Aborted when an answer has been sent or its connection is gone, whichever comes first. */
function leftSignal(outgoing: unknown): AbortSignal {
  const left = new AbortController()
  if (outgoing instanceof EventEmitter) outgoing.once('close', () => left.abort())
  return left.signal
}

/** Behind a proxy that is not trusted, everybody seems to come from one address, and shares its limit of failed sign-ins. */
function warnOfProxy(): (headers: Headers) => void {
  let isSaid = false
  return (headers) => {
    if (isSaid || !headers.has('x-forwarded-for')) return
    isSaid = true
    console.warn(
      '收到 X-Forwarded-For，但未设置 TRUST_PROXY=1：所有人会被当作同一地址，登录失败次数合并计算。若前面是您自己的反向代理，请设置 TRUST_PROXY=1 后重启；否则可忽略。',
    )
  }
}

function addressOf(incoming: unknown, headers: Headers, trustProxy: boolean): string {
  const named = trustProxy ? headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  if (named) return named
  const socket: unknown =
    typeof incoming === 'object' && incoming !== null ? Reflect.get(incoming, 'socket') : undefined
  const address: unknown =
    typeof socket === 'object' && socket !== null ? Reflect.get(socket, 'remoteAddress') : undefined
  return typeof address === 'string' ? address : 'unknown'
}

/**
 * Starts to listen, or says in one line why that is not possible. Until somebody is there to answer, every request is
 * asked to come back.
 */
export async function listen(host: string, port: number): Promise<Listening> {
  let answer: NodeHandler = (_request, response) => {
    response.writeHead(503, { 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': '2', Refresh: '2' })
    response.end('正在启动，请稍候……')
  }
  const times = {
    requestTimeout: LONGEST_REQUEST_MS,
    headersTimeout: LONGEST_HEADERS_MS,
    connectionsCheckingInterval: CHECK_EVERY_MS,
  }
  const server = createServer(times, (request, response) => answer(request, response))
  endSilentConnections(server)
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, host, port)))
    server.listen(port, host, resolve)
  })
  return {
    server,
    url: `http://${displayHost(host)}:${portOf(server.address())}`,
    answerWith(handler) {
      answer = handler
    },
    stop: () => stop(server),
  }
}

/** A connection on which nothing moves for long is ended, unless it is we who have not answered yet. */
function endSilentConnections(server: Server): void {
  const latest = new WeakMap<Socket, { request: IncomingMessage; response: ServerResponse }>()
  server.on('request', (request, response) => latest.set(request.socket, { request, response }))
  server.setTimeout(LONGEST_SILENCE_MS, (socket) => {
    const { request, response } = latest.get(socket) ?? {}
    const isOurs = request?.complete === true && response?.headersSent === false
    if (!isOurs) socket.destroy()
  })
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    // A connection that has just been answered stays open for the next request, which must not come.
    const idle = setInterval(() => server.closeIdleConnections(), 100)
    const force = setTimeout(() => server.closeAllConnections(), GRACE_MS)
    server.close(() => {
      clearInterval(idle)
      clearTimeout(force)
      resolve()
    })
  })
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the server does not listen on a port')
  return address.port
}

function displayHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new UserError(`端口 ${port} 已被占用，请关闭占用它的程序，或用 PORT=其他端口 再启动。`)
    case 'EACCES':
      return new UserError(`没有权限使用端口 ${port}，请用 PORT=1024 以上的端口再启动。`)
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new UserError(`本机没有地址 ${host}，请检查 HOST。`)
    default:
      return error
  }
}
