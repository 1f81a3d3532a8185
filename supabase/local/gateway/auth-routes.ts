import { authError, field, parseJson, textOf, type Layer } from './handler'

type Kind = 'text' | 'object'
type Fields = Readonly<Record<string, Kind>>

const CREDENTIALS: Fields = { email: 'text', password: 'text' }

/**
 * What the browser needs of the auth service, with the fields of each body that reach lite. The rest (codes by mail,
 * OAuth …) would be doors without a lock here.
 */
const AUTH_ROUTES: ReadonlyMap<string, Fields> = new Map([
  ['POST /signup', { ...CREDENTIALS, data: 'object' }],
  ['POST /token?password', CREDENTIALS],
  ['POST /token?refresh_token', { refresh_token: 'text' }],
  ['POST /logout', {}],
  ['GET /user', {}],
  ['PUT /user', { ...CREDENTIALS, data: 'object' }],
  ['GET /health', {}],
  ['GET /settings', {}],
])

const LONGEST_EMAIL = 255
/** bcrypt reads no further. */
const LONGEST_PASSWORD_BYTES = 72

/** Whether the app asks for this of the auth service. */
export function isAuthRoute(method: string, url: URL): boolean {
  return AUTH_ROUTES.has(routeOf(method, url))
}

/** Lets only bodies through whose fields are of the kind they must be: lite takes them as they come. */
export const checkAuthFields: Layer = (next) => async (request, client) => {
  const url = new URL(request.url)
  if (!url.pathname.startsWith('/auth/')) return next(request, client)
  const fields = AUTH_ROUTES.get(routeOf(request.method, url)) ?? {}
  const text = await textOf(request)
  const body = text === '' ? {} : parseJson(text)
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    return authError(400, 'bad_json', 'The body must be a JSON object')
  }
  const wrong = Object.entries(fields).find(([name, kind]) => !isOfKind(field(body, name), kind))
  if (wrong !== undefined)
    return authError(400, 'validation_failed', `The field ${wrong[0]} is not of the kind ${wrong[1]}`)
  if (String(field(body, 'email') ?? '').length > LONGEST_EMAIL) {
    return authError(400, 'validation_failed', 'The e-mail address is too long')
  }
  const password = field(body, 'password')
  if (
    url.pathname !== '/auth/v1/token' &&
    typeof password === 'string' &&
    Buffer.byteLength(password) > LONGEST_PASSWORD_BYTES
  ) {
    return authError(422, 'validation_failed', 'password_too_long')
  }
  return next(request, client)
}

function routeOf(method: string, { pathname, searchParams }: URL): string {
  const path = pathname.slice('/auth/v1'.length)
  return `${method} ${path}${path === '/token' ? `?${searchParams.get('grant_type')}` : ''}`
}

/** A field that is left out, or null where lite takes it for left out, is lite's to judge. */
function isOfKind(value: unknown, kind: Kind): boolean {
  if (value === undefined) return true
  if (kind === 'text') return typeof value === 'string' && !/\p{Surrogate}/u.test(value)
  return typeof value === 'object' && !Array.isArray(value)
}
