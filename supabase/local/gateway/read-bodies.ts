import type { IncomingMessage } from 'node:http'
import { jsonProblem } from './json-text'
import { authError, restError, storageError, type Layer } from './handler'
import { incomingOf, plainRequest } from './plain-request'
import { isUpload } from './storage-routes'

const MIB = 1024 * 1024
const LARGEST_UPLOAD = 55 * MIB
const LARGEST_REQUEST = 5 * MIB
/** Addresses, passwords, tokens and names of files are short. */
const LARGEST_SHORT_REQUEST = 64 * 1024
/** Codes and a password are all that a stranger has to say. */
const LARGEST_OF_STRANGERS = 16 * 1024
/** What all bodies that are being read or worked on may take together. */
const MOST_IN_MEMORY = 128 * MIB

/** How long a body that is no upload may take to arrive. */
export const BODY_TIME_MS = 20_000

/** Whom to believe how much. */
export interface BodyRules {
  /** Whether whoever asks has an account, or the service's own key. */
  isKnown(headers: Headers): boolean
  timeMs?: number
  mostInMemory?: number
}

/**
 * Reads each body whole before anything else is done for its request, so that nothing (a turn, a transaction, a
 * reservation) is ever held while a client is awaited. Later layers read the same body again from memory.
 */
export function readBodies({ isKnown, timeMs = BODY_TIME_MS, mostInMemory = MOST_IN_MEMORY }: BodyRules): Layer {
  let inMemory = 0
  return (next) => async (request, client) => {
    const path = new URL(request.url).pathname
    const length = request.headers.get('content-length')
    // Without either header there is no body, whatever the adapter makes of it: a DELETE of a browser comes so.
    const hasBody = mayHaveBody(request) && (length !== null || request.headers.has('transfer-encoding'))
    if (!hasBody) return next(withBody(request, path, null), client)
    if (length === null) return refuse(path, 411, 'The length of the body is missing')
    const size = Number(length)
    if (size > largest(request, path, isKnown)) return refuse(path, 413, 'The request is too large')
    if (isUpload(request.method, path)) return next(request, client)
    if (inMemory + size > mostInMemory) return refuse(path, 503, 'server_busy')
    inMemory += size
    try {
      const bytes = await readWithin(request, size, timeMs)
      if (bytes === 'late') return refuse(path, 408, 'The body did not arrive in time')
      if (bytes === 'broken') return refuse(path, 400, 'The body did not arrive whole')
      const { text, problem } = contentOf(request, path, bytes)
      return problem === undefined
        ? await next(withBody(request, path, bytes, text), client)
        : refuse(path, problem.status, problem.message)
    } finally {
      inMemory -= size
    }
  }
}

function mayHaveBody(request: Request): boolean {
  if (incomingOf(request) === undefined) return request.body !== null
  return request.method !== 'GET' && request.method !== 'HEAD'
}

function largest({ method, headers }: Request, path: string, isKnown: BodyRules['isKnown']): number {
  if (isUpload(method, path)) return LARGEST_UPLOAD
  if (!path.startsWith('/rest/')) return LARGEST_SHORT_REQUEST
  return isKnown(headers) ? LARGEST_REQUEST : LARGEST_OF_STRANGERS
}

async function readWithin(request: Request, length: number, timeMs: number): Promise<Uint8Array | 'late' | 'broken'> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), timeMs)
  })
  const message = incomingOf(request)
  const reader = message === undefined ? request.body?.getReader() : undefined
  const whole = message === undefined ? readAll(reader, length) : readMessage(message, length)
  try {
    return await Promise.race([whole, late])
  } finally {
    clearTimeout(timer)
  }
}

/** Node itself sees to it that no more comes than was announced. */
async function readMessage(message: IncomingMessage, length: number): Promise<Uint8Array | 'broken'> {
  const chunks: Buffer[] = []
  message.on('data', (chunk: Buffer) => chunks.push(chunk))
  const isWhole = await new Promise<boolean>((resolve) => {
    message.once('end', () => resolve(true))
    message.once('close', () => resolve(message.complete))
    message.once('error', () => resolve(false))
  })
  const bytes = Buffer.concat(chunks)
  return isWhole && bytes.length === length ? bytes : 'broken'
}

async function readAll(
  reader: ReadableStreamDefaultReader<Uint8Array> | undefined,
  length: number,
): Promise<Uint8Array | 'broken'> {
  const bytes = new Uint8Array(length)
  let filled = 0
  try {
    for (;;) {
      const { done, value } = reader === undefined ? { done: true, value: undefined } : await reader.read()
      if (value === undefined || done) return filled === length ? bytes : 'broken'
      if (filled + value.length > length) return 'broken'
      bytes.set(value, filled)
      filled += value.length
    }
  } catch {
    return 'broken'
  }
}

interface Problem {
  status: number
  message: string
}

/** What a body says, and why it may not pass. */
interface Content {
  text?: string
  problem?: Problem
}

/** The three services take JSON in UTF-8 and nothing else. */
function contentOf(request: Request, path: string, bytes: Uint8Array): Content {
  if (bytes.length === 0) return { text: '' }
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i.test(type)) {
    return path.startsWith('/storage/')
      ? {}
      : { problem: { status: 415, message: 'The body must be application/json in UTF-8' } }
  }
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return { problem: { status: 400, message: 'The body is not UTF-8' } }
  }
  const message = jsonProblem(text)
  return message === undefined ? { text } : { problem: { status: 400, message } }
}

/** PostgREST's requests are text in memory from here on. */
function withBody(request: Request, path: string, bytes: Uint8Array | null, text = ''): Request {
  const { method, headers, url } = request
  if (path.startsWith('/rest/')) return plainRequest({ url, method, headers }, text)
  return new Request(url, { method, headers, body: bytes === null ? null : new Uint8Array(bytes) })
}

/** In the form of the service that was asked; what is still on its way is not waited for. */
function refuse(path: string, status: number, message: string): Response {
  const answer = refusalOf(path, status, message)
  answer.headers.set('Connection', 'close')
  if (status === 503) answer.headers.set('Retry-After', '2')
  return answer
}

function refusalOf(path: string, status: number, message: string): Response {
  if (path.startsWith('/auth/'))
    return authError(status, status === 408 ? 'request_timeout' : status === 503 ? 'server_busy' : 'bad_json', message)
  if (path.startsWith('/storage/')) {
    const answer = storageError(status, status === 413 ? 'Payload too large' : 'InvalidRequest', message)
    return status === 413 || status === 408 || status === 503
      ? new Response(answer.body, { status, headers: answer.headers })
      : answer
  }
  return restError(status, status === 400 ? 'PGRST102' : String(status), message)
}
