import type { App } from '@supabase/lite'
import { ApiFunctions } from './api-functions'
import { AccessTokens } from './access-token'
import { checkAuthFields, isAuthRoute } from './auth-routes'
import type { Database } from '../database/database'
import { answerLostDatabase } from '../database/database-lost'
import { refuseBannedUsers } from '../gaps/banned-users'
import { unwrapForms } from '../gaps/multipart-uploads'
import { endOtherSessions } from '../gaps/other-sessions'
import { refreshInTurn } from '../gaps/refresh-in-turn'
import { limitSignIns } from '../gaps/sign-in-limit'
import { takeTheSameTime } from '../gaps/sign-in-time'
import { explainSignUpErrors } from '../gaps/sign-up-errors'
import { completeSignedUrls } from '../gaps/signed-urls'
import { answerRefusals } from '../gaps/storage-refusals'
import { endUnreadAnswers } from './end-unread-answers'
import { restError, stackLayers, withHeaders, type Handler, type Layer } from './handler'
import { answerPreflight } from './preflight'
import { readBodies } from './read-bodies'
import { onlyRestRoutes } from './rest-routes'
import { requireStandingSession } from './standing-sessions'
import { StoredFiles } from '../storage/stored-files'
import { hearRefusedUploads, onlyStorageRoutes, plainStorageBodies } from './storage-routes'

/** Whether a path belongs to the API; everything else is the single-page app. */
export function isApiPath(path: string): boolean {
  return /^\/(rest|auth|storage)\/v1(\/|$)/.test(path)
}

/** Puts @supabase/lite behind the checks that it does not do itself. */
export function createGateway(app: App, database: Database): Handler {
  const { jwt_secret: jwtSecret = '', secret_key: secretKey = '' } = app.config.auth ?? {}
  if (jwtSecret === '' || secretKey === '') throw new Error('the API has no keys')
  const files: unknown = Reflect.get(app, '_storageAdapter')
  if (!(files instanceof StoredFiles)) throw new Error('the API keeps its files elsewhere')
  const functions = new ApiFunctions(database)
  const tokens = new AccessTokens(jwtSecret)
  const api: Handler = async (request, client) => app.fetch(request, { peerAddress: client.address })
  const isKnown = (headers: Headers) =>
    tokens.callerOf(headers).kind === 'account' || headers.get('apikey') === secretKey
  // Counts what is in memory of all services together.
  const readBody = readBodies({ isKnown })
  const askDatabase = [answerLostDatabase, checkAuthFields, requireStandingSession({ database, files, tokens })]
  const rest = stackLayers(api, [
    answerPreflight,
    onlyKnownRoutes,
    readBody,
    protectAnswers,
    ...askDatabase,
    onlyRestRoutes(functions, { tokens, secretKey }),
  ])
  const others = stackLayers(api, [
    endUnreadAnswers,
    answerPreflight,
    onlyKnownRoutes,
    onlyStorageRoutes,
    readBody,
    protectAnswers,
    ...askDatabase,
    plainStorageBodies,
    ...aroundSignIn(database, jwtSecret),
    answerRefusals((bucket, key) => files.discard(bucket, key)),
    completeSignedUrls(),
    unwrapForms(),
    hearRefusedUploads,
  ])
  return (request, client) =>
    new URL(request.url).pathname.startsWith('/rest/') ? rest(request, client) : others(request, client)
}

/** What the auth service is asked through. */
function aroundSignIn(database: Database, jwtSecret: string): Layer[] {
  return [
    limitSignIns(database, jwtSecret),
    takeTheSameTime(database),
    refreshInTurn(),
    explainSignUpErrors(database),
    refuseBannedUsers(database),
    endOtherSessions(database),
  ]
}

const onlyKnownRoutes: Layer = (next) => async (request, client) => {
  const url = new URL(request.url)
  const isKnown = url.pathname.startsWith('/auth/') ? isAuthRoute(request.method, url) : isApiPath(url.pathname)
  return isKnown ? next(request, client) : restError(404, '404', 'Not found')
}

/**
 * Uploaded files share the app's address: none may run as a page of the app. Pictures and PDF may be shown; anything
 * else is only ever saved.
 */
const protectAnswers: Layer = (next) => async (request, client) => {
  const isStorage = new URL(request.url).pathname.startsWith('/storage/')
  const answer = await next(request, client)
  return withHeaders(answer, (headers) => {
    headers.set('X-Content-Type-Options', 'nosniff')
    headers.set('Referrer-Policy', 'no-referrer')
    headers.set('Cache-Control', isStorage ? 'private, no-store' : 'no-store')
    const type = headers.get('Content-Type') ?? ''
    if (isStorage && !/^(application\/json|application\/pdf|image\/(png|jpeg|gif|webp|bmp))\b/.test(type)) {
      headers.set('Content-Security-Policy', "default-src 'none'; sandbox")
      if (answer.ok && !headers.has('Content-Disposition')) headers.set('Content-Disposition', 'attachment')
    }
  })
}
