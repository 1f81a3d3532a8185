import { jsonProblem } from './json-text'
import { authError, restError, storageError, type Layer } from './handler'
import { isUpload } from './storage-routes'

const MIB = 1024 * 1024
const LARGEST_UPLOAD = 55 * MIB
const LARGEST_REQUEST = 5 * MIB
/** Addresses, passwords and tokens are short. */
const LARGEST_AUTH_REQUEST = 64 * 1024

/** How long a body that is no upload may take to arrive. */
export const BODY_TIME_MS = 20_000

/**
 * Reads each body whole before anything else is done for its request, so that nothing (a turn, a transaction, a
 * reservation) is ever held while a client is awaited. Later layers read the same body again from memory.
 */
export function readBodies(timeMs: number = BODY_TIME_MS): Layer {
  return (next) => async (request, client) => {
    const path = new URL(request.url).pathname
    const length = request.headers.get('content-length')
    // Without either header there is no body, whatever the adapter makes of it: a DELETE of a browser comes so.
    const hasBody = request.body !== null && (length !== null || request.headers.has('transfer-encoding'))
    if (!hasBody) return next(withBody(request, null), client)
    if (length === null) return refuse(path, 411, 'The length of the body is missing')
    if (Number(length) > largest(request.method, path)) return refuse(path, 413, 'The request is too large')
    if (isUpload(request.method, path)) return next(request, client)
    const bytes = await readWithin(request, Number(length), timeMs)
    if (bytes === 'late') return refuse(path, 408, 'The body did not arrive in time')
    if (bytes === 'broken') return refuse(path, 400, 'The body did not arrive whole')
    const problem = problemOf(request, path, bytes)
    return problem === undefined ? next(withBody(request, bytes), client) : refuse(path, problem.status, problem.message)
  }
}

function largest(method: string, path: string): number {
  if (isUpload(method, path)) return LARGEST_UPLOAD
  return path.startsWith('/auth/') ? LARGEST_AUTH_REQUEST : LARGEST_REQUEST
}

async function readWithin(request: Request, length: number, timeMs: number): Promise<Uint8Array | 'late' | 'broken'> {
  const reader = request.body?.getReader()
  if (reader === undefined) return new Uint8Array()
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), timeMs)
  })
  try {
    return await Promise.race([readAll(reader, length), late])
  } finally {
    clearTimeout(timer)
  }
}

async function readAll(reader: ReadableStreamDefaultReader<Uint8Array>, length: number): Promise<Uint8Array | 'broken'> {
  const bytes = new Uint8Array(length)
  let filled = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return filled === length ? bytes : 'broken'
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

/** The three services take JSON in UTF-8 and nothing else. */
function problemOf(request: Request, path: string, bytes: Uint8Array): Problem | undefined {
  if (bytes.length === 0) return undefined
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i.test(type)) {
    return path.startsWith('/storage/') ? undefined : { status: 415, message: 'The body must be application/json in UTF-8' }
  }
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return { status: 400, message: 'The body is not UTF-8' }
  }
  const message = jsonProblem(text)
  return message === undefined ? undefined : { status: 400, message }
}

function withBody(request: Request, bytes: Uint8Array | null): Request {
  const { method, headers } = request
  return new Request(request.url, { method, headers, body: bytes === null ? null : new Uint8Array(bytes) })
}

/** In the form of the service that was asked; what is still on its way is not waited for. */
function refuse(path: string, status: number, message: string): Response {
  const answer = refusalOf(path, status, message)
  answer.headers.set('Connection', 'close')
  return answer
}

function refusalOf(path: string, status: number, message: string): Response {
  if (path.startsWith('/auth/')) return authError(status, status === 408 ? 'request_timeout' : 'bad_json', message)
  if (path.startsWith('/storage/')) {
    const answer = storageError(status, status === 413 ? 'Payload too large' : 'InvalidRequest', message)
    return status === 413 || status === 408 ? new Response(answer.body, { status, headers: answer.headers }) : answer
  }
  return restError(status, status === 400 ? 'PGRST102' : String(status), message)
}
