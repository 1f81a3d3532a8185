import type { App } from '@supabase/lite'
import type { Database } from './database'
import { answerLostDatabase } from './database-lost'
import { refuseBannedUsers } from './gaps/banned-users'
import { unwrapForms } from './gaps/multipart-uploads'
import { endOtherSessions } from './gaps/other-sessions'
import { refreshInTurn } from './gaps/refresh-in-turn'
import { limitSignIns } from './gaps/sign-in-limit'
import { explainSignUpErrors } from './gaps/sign-up-errors'
import { completeSignedUrls } from './gaps/signed-urls'
import { answerRefusals } from './gaps/storage-refusals'
import { stackLayers, type Handler, type Layer } from './handler'
import { hearRefusedUploads, onlyStorageRoutes } from './storage-routes'

const MIB = 1024 * 1024
const LARGEST_UPLOAD = 55 * MIB
const LARGEST_REQUEST = 5 * MIB

/** What the browser needs of the auth service. The rest (codes by mail, OAuth …) would be doors without a lock here. */
const AUTH_ROUTES: ReadonlySet<string> = new Set([
  'POST /signup',
  'POST /token?password',
  'POST /token?refresh_token',
  'POST /logout',
  'GET /user',
  'PUT /user',
  'GET /health',
  'GET /settings',
])

/** Whether a path belongs to the API; everything else is the single-page app. */
export function isApiPath(path: string): boolean {
  return /^\/(rest|auth|storage)\/v1(\/|$)/.test(path)
}

/** Puts @supabase/lite behind the checks that it does not do itself. */
export function createGateway(app: App, database: Database): Handler {
  const api: Handler = async (request, client) => app.fetch(request, { peerAddress: client.address })
  return stackLayers(api, [
    onlyKnownRoutes,
    onlyStorageRoutes,
    limitBodies,
    protectAnswers,
    answerLostDatabase,
    limitSignIns(),
    refreshInTurn(),
    explainSignUpErrors(database),
    refuseBannedUsers(database),
    endOtherSessions(database),
    answerRefusals(),
    completeSignedUrls(),
    unwrapForms(),
    hearRefusedUploads,
  ])
}

const onlyKnownRoutes: Layer = (next) => async (request, client) => {
  const url = new URL(request.url)
  return isKnown(request.method, url) ? next(request, client) : refuse(404, 'Not found')
}

function isKnown(method: string, url: URL): boolean {
  if (!isApiPath(url.pathname)) return false
  if (method === 'OPTIONS' || !url.pathname.startsWith('/auth/')) return true
  const path = url.pathname.slice('/auth/v1'.length)
  const grant = path === '/token' ? `?${url.searchParams.get('grant_type')}` : ''
  return AUTH_ROUTES.has(`${method} ${path}${grant}`)
}

const limitBodies: Layer = (next) => async (request, client) => {
  const length = request.headers.get('content-length')
  // Without either header there is no body, whatever the adapter makes of it: a DELETE of a browser comes so.
  const hasBody = request.body !== null && (length !== null || request.headers.has('transfer-encoding'))
  if (!hasBody) return next(request, client)
  if (length === null) return refuse(411, 'The length of the body is missing')
  const isUpload = new URL(request.url).pathname.startsWith('/storage/')
  if (Number(length) > (isUpload ? LARGEST_UPLOAD : LARGEST_REQUEST)) return refuse(413, 'The request is too large')
  return next(request, client)
}

/**
 * Uploaded files share the app's address: none may run as a page of the app. Pictures and PDF may be shown; anything
 * else is only ever saved.
 */
const protectAnswers: Layer = (next) => async (request, client) => {
  const answer = await next(request, client)
  const headers = new Headers(answer.headers)
  headers.set('X-Content-Type-Options', 'nosniff')
  headers.set('Referrer-Policy', 'no-referrer')
  const type = headers.get('Content-Type') ?? ''
  const isStorage = new URL(request.url).pathname.startsWith('/storage/')
  headers.set('Cache-Control', isStorage ? 'private, no-store' : 'no-store')
  if (isStorage && !/^(application\/json|application\/pdf|image\/(png|jpeg|gif|webp|bmp))\b/.test(type)) {
    headers.set('Content-Security-Policy', "default-src 'none'; sandbox")
    if (answer.ok && !headers.has('Content-Disposition')) headers.set('Content-Disposition', 'attachment')
  }
  return new Response(answer.body, { status: answer.status, statusText: answer.statusText, headers })
}

function refuse(status: number, message: string): Response {
  return Response.json({ code: String(status), message, details: null, hint: null }, { status })
}
