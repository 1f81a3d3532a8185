import { AsyncLocalStorage } from 'node:async_hooks'
import { authError, type Handler, type Layer } from '../gateway/handler'

/** Why the work of a request is lost: a key for which the app has a sentence. */
export type LossKey = 'database_restarted' | 'database_busy'

/** When a client may come back. */
const RETRY_AFTER_SECONDS = 2

interface RequestUnderWay {
  loss?: LossKey
}

const requests = new AsyncLocalStorage<RequestUnderWay>()

/** What a caller gets whose work ended with the database's connection, or never got its turn. */
export class DatabaseLostError extends Error {
  override name = 'DatabaseLostError'
  /** PostgreSQL's own code for a session that a crash took along; it is answered with 503. */
  readonly code = '57P02'

  constructor(key: LossKey, cause?: unknown) {
    super(key, { cause })
    // Whatever becomes of the error on its way, the answer to this request tells of it.
    const request = requests.getStore()
    if (request !== undefined) request.loss = key
  }
}

/**
 * Answers a request whose work was lost with 503 in the form of its service, even where the library behind swallowed the
 * error or made something else of it: nobody may take an empty list, or a success, from a database that was not there.
 */
export const answerLostDatabase: Layer = (next) => async (request, client) => {
  const underWay: RequestUnderWay = {}
  return requests.run(underWay, async () => {
    const answer = await attempt(next, request, client)
    if (underWay.loss !== undefined) return unavailable(new URL(request.url).pathname, underWay.loss)
    if ('error' in answer) throw answer.error
    return answer.response
  })
}

async function attempt(...[next, request, client]: [Handler, ...Parameters<Handler>]) {
  try {
    return { response: await next(request, client) }
  } catch (error) {
    return { error }
  }
}

function unavailable(path: string, key: LossKey): Response {
  const answer = inFormOf(path, key)
  answer.headers.set('Retry-After', String(RETRY_AFTER_SECONDS))
  return answer
}

function inFormOf(path: string, key: LossKey): Response {
  if (path.startsWith('/auth/')) return authError(503, key, key)
  if (path.startsWith('/storage/'))
    return Response.json({ statusCode: '503', error: key, message: key }, { status: 503 })
  return Response.json({ code: '57P02', message: key, details: null, hint: null }, { status: 503 })
}
