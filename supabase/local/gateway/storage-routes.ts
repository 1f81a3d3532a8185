import { field, parseJson, storageError, textOf, type Layer } from './handler'

const ROOT = '/storage/v1/object'
const MOST_PATHS = 100
const LONGEST_KEY = 200
/** Seconds a signed address may live: long enough to click it, too short to be handed around or to outlive an account. */
const LONGEST_LIFE = 300

/** One route of Storage that the app may need; everything else of it is closed. */
interface Route {
  method: string
  /** What stands between the root and the bucket. */
  verb: string
  hasKey: boolean
  /** The query parameters that count. */
  query: readonly string[]
  /** Makes the body that is passed on from what was asked for; undefined refuses. Uploads have none: theirs is the file. */
  body?: (asked: unknown) => object | undefined
}

const UPLOAD: Route = { method: 'POST', verb: '', hasKey: true, query: [] }

const ROUTES: readonly Route[] = [
  UPLOAD,
  { method: 'GET', verb: '', hasKey: true, query: ['download'] },
  { method: 'HEAD', verb: '', hasKey: true, query: [] },
  { method: 'GET', verb: 'sign', hasKey: true, query: ['token', 'download'] },
  { method: 'POST', verb: 'sign', hasKey: true, query: [], body: (asked) => withLife(asked) },
  { method: 'POST', verb: 'sign', hasKey: false, query: [], body: (asked) => withLife(asked, 'paths') },
  { method: 'POST', verb: 'list', hasKey: false, query: [], body: listBody },
  { method: 'DELETE', verb: '', hasKey: false, query: [], body: (asked) => withKeys(asked, 'prefixes') },
]

/** Verbs that are no buckets. */
const VERBS: ReadonlySet<string> = new Set([
  'sign',
  'list',
  'upload',
  'move',
  'copy',
  'info',
  'public',
  'authenticated',
  'render',
])

/**
 * Lets only known requests through to Storage, each at the address written anew from what was understood of it: what is
 * checked here and later is, to the letter, what @supabase/lite will act on. Nothing is ever replaced, so nobody may ask
 * for it.
 */
export const onlyStorageRoutes: Layer = (next) => async (request, client) => {
  const url = new URL(request.url)
  if (!url.pathname.startsWith('/storage/')) return next(request, client)
  const target = readTarget(request.method, url.pathname)
  if (target === undefined) return storageError(404, 'not_found', 'Not found')
  const { route, bucket, key } = target
  const address = new URL(storageAddress(route.verb, bucket, key), url.origin)
  for (const name of route.query) {
    const value = url.searchParams.get(name)
    if (value !== null) address.searchParams.set(name, value)
  }
  const headers = new Headers(request.headers)
  headers.delete('x-upsert')
  return next(moved(request, address, headers), client)
}

/** Passes on of a body only what its route knows; expects what onlyStorageRoutes lets through. */
export const plainStorageBodies: Layer = (next) => async (request, client) => {
  const url = new URL(request.url)
  const route = readTarget(request.method, url.pathname)?.route
  if (route?.body === undefined) return next(request, client)
  const body = route.body(parseJson(await textOf(request)))
  if (body === undefined) return storageError(400, 'InvalidRequest', 'The body is not what this route takes')
  const headers = new Headers(request.headers)
  headers.set('content-type', 'application/json')
  headers.delete('content-length')
  return next(new Request(url, { method: request.method, headers, body: JSON.stringify(body) }), client)
}

/** Where a request brings a file, if it does: only that may be large and slow, and is handed on as a stream. */
export function uploadTarget(method: string, pathname: string): { bucket: string; key: string } | undefined {
  const target = readTarget(method, pathname)
  return target?.route === UPLOAD ? { bucket: target.bucket, key: target.key.join('/') } : undefined
}

export function isUpload(method: string, pathname: string): boolean {
  return uploadTarget(method, pathname) !== undefined
}

/**
 * Reads an upload that was refused before its end to the end all the same: a browser that is still sending would not
 * hear the answer.
 */
export const hearRefusedUploads: Layer = (next) => async (request, client) => {
  const answer = await next(request, client)
  const isUnread = request.body !== null && !request.bodyUsed && !request.body.locked
  if (!answer.ok && isUnread) await request.body?.pipeTo(new WritableStream()).catch(() => undefined)
  return answer
}

/** The address of an object, or of a bucket when there is no key, in the one way of writing it. */
export function storageAddress(verb: string, bucket: string, key: readonly string[]): string {
  const parts = [...(verb === '' ? [] : [verb]), bucket, ...key]
  return `${ROOT}/${parts.map(encodeURIComponent).join('/')}`
}

interface Target {
  route: Route
  bucket: string
  key: string[]
}

function readTarget(method: string, pathname: string): Target | undefined {
  if (!pathname.startsWith(`${ROOT}/`)) return undefined
  const parts = readKey(pathname.slice(ROOT.length + 1), decodeOnce)
  if (parts === undefined) return undefined
  const verb = VERBS.has(parts[0] ?? '') ? (parts.shift() ?? '') : ''
  const [bucket, ...key] = parts
  const route = ROUTES.find((each) => each.method === method && each.verb === verb && each.hasKey === key.length > 0)
  return route === undefined || bucket === undefined ? undefined : { route, bucket, key }
}

/** The parts of an object's name; undefined for a name that could be read in two ways. */
export function readKey(
  text: string,
  decode: (part: string) => string | undefined = (part) => part,
): string[] | undefined {
  if (text.length > LONGEST_KEY * 9) return undefined
  const parts = text.split('/').map(decode)
  const plain = parts.filter((part) => part !== undefined && isPlainPart(part))
  return plain.length === parts.length && plain.join('/').length <= LONGEST_KEY ? plain.map(String) : undefined
}

function isPlainPart(part: string): boolean {
  // oxlint-disable-next-line no-control-regex
  return part !== '' && part !== '.' && part !== '..' && !/[/\\%?#\u0000-\u001f\u007f]|\p{Cs}/u.test(part)
}

function decodeOnce(part: string): string | undefined {
  try {
    return decodeURIComponent(part)
  } catch {
    return undefined
  }
}

function withLife(asked: unknown, listName?: string): object | undefined {
  const life = field(asked, 'expiresIn')
  if (typeof life !== 'number' || !Number.isInteger(life) || life < 1 || life > LONGEST_LIFE) return undefined
  if (listName === undefined) return { expiresIn: life }
  const keys = withKeys(asked, listName)
  return keys === undefined ? undefined : { ...keys, expiresIn: life }
}

function withKeys(asked: unknown, name: string): object | undefined {
  const keys = field(asked, name)
  if (!Array.isArray(keys) || keys.length > MOST_PATHS) return undefined
  const known = keys.filter((key): key is string => typeof key === 'string' && readKey(key) !== undefined)
  return known.length === keys.length ? { [name]: known } : undefined
}

function listBody(asked: unknown): object | undefined {
  const prefix = field(asked, 'prefix') ?? ''
  const number = (name: string, fallback: number, most: number) => {
    const value = field(asked, name) ?? fallback
    return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? Math.min(value, most) : fallback
  }
  if (typeof prefix !== 'string' || (prefix !== '' && readKey(prefix) === undefined)) return undefined
  return { prefix, limit: number('limit', MOST_PATHS, MOST_PATHS), offset: number('offset', 0, 1_000_000) }
}

function moved(request: Request, address: URL, headers: Headers): Request {
  const init = { method: request.method, headers }
  if (request.body === null || request.method === 'GET' || request.method === 'HEAD') return new Request(address, init)
  // Node asks for `duplex` with a streamed body; the type of the browser's fetch does not have it yet.
  const streamed = { ...init, body: request.body, duplex: 'half' }
  return new Request(address, streamed)
}
