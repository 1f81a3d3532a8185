import type { AccessTokens, Caller } from './access-token'
import type { ApiFunctions } from './api-functions'
import { noteCaller } from '../gaps/known-callers'
import { parseJson, restError, textOf, type Layer } from './handler'
import { plainRequest } from './plain-request'
import { queryProblem, type QueryKind } from './rest-query'

/** What the app sends besides key and token; everything else stays outside. */
const HEADERS = [
  'apikey',
  'authorization',
  'content-type',
  'content-length',
  'accept',
  'prefer',
  'accept-profile',
  'content-profile',
]

/** Plans of queries, CSV and the like change what is done or how much of it; the app asks for rows. */
const ACCEPTED: ReadonlySet<string> = new Set(['*/*', 'application/json', 'application/vnd.pgrst.object+json'])
const PREFERENCES: ReadonlySet<string> = new Set(['return=minimal', 'return=representation', 'count=exact'])

const KINDS: Readonly<Record<string, QueryKind>> = { GET: 'read', POST: 'insert', PATCH: 'change', DELETE: 'change' }

/** What the app inserts at once are a few rows; lists go through functions, which bound them. */
const MOST_ROWS = 500

/** Whom to believe. */
export interface RestKeys {
  tokens: AccessTokens
  secretKey: string
}

interface Target {
  name: string
  isFunction: boolean
}

/**
 * Lets through what the app asks of PostgREST: from accounts, tables and functions with a short list of operators; from
 * strangers, calls of the open functions.
 */
export function onlyRestRoutes(functions: ApiFunctions, { tokens, secretKey }: RestKeys): Layer {
  return (next) => async (request, client) => {
    const url = new URL(request.url)
    if (!url.pathname.startsWith('/rest/')) return next(request, client)
    const target = targetOf(url.pathname)
    if (target === undefined) return restError(404, 'PGRST125', 'Invalid path specified in request URL')
    const caller = tokens.callerOf(request.headers)
    if (caller.kind === 'unknown') return refuseToken(caller.reason)
    const isStranger = caller.kind === 'key' && request.headers.get('apikey') !== secretKey
    const refused = isStranger ? await refuseStranger(functions, request, url, target) : undefined
    return refused ?? (await refuseForm(request, url, target)) ?? next(await asKnown(request, caller), client)
  }
}

/** Names as the migrations write them; an encoded one would be read twice. */
function targetOf(path: string): Target | undefined {
  const found = /^\/rest\/v1\/(rpc\/)?([a-z][a-z0-9_]*)$/.exec(path)
  return found?.[2] === undefined ? undefined : { name: found[2], isFunction: found[1] !== undefined }
}

/** In the words of PostgREST, so that the app asks the person to sign in again. */
function refuseToken(reason: 'expired' | 'invalid'): Response {
  return reason === 'expired'
    ? restError(401, 'PGRST303', 'JWT expired')
    : restError(401, 'PGRST301', 'The token is not valid')
}

async function refuseStranger(
  functions: ApiFunctions,
  request: Request,
  url: URL,
  { name, isFunction }: Target,
): Promise<Response | undefined> {
  if (!isFunction || request.method !== 'POST' || !(await functions.isOpen(name))) {
    return restError(401, '42501', `permission denied for ${isFunction ? 'function' : 'table'} ${name}`)
  }
  return url.search === ''
    ? undefined
    : restError(400, 'PGRST100', 'Without an account a function is called without a query')
}

async function refuseForm(request: Request, url: URL, { name, isFunction }: Target): Promise<Response | undefined> {
  const kind = isFunction ? 'call' : KINDS[request.method]
  if (kind === undefined || (isFunction && request.method !== 'POST')) {
    return restError(405, 'PGRST101', `The method ${request.method} is not used here`)
  }
  const problem =
    queryProblem(url.search, kind, name) ?? headerProblem(request.headers) ?? (await bodyProblem(request, kind))
  return problem === undefined ? undefined : restError(400, 'PGRST100', problem)
}

function headerProblem(headers: Headers): string | undefined {
  const accept = headers.get('accept')?.trim() ?? '*/*'
  if (!ACCEPTED.has(accept)) return 'the answer is JSON and nothing else'
  const preferences = (headers.get('prefer') ?? '').split(',').map((each) => each.trim())
  const unknown = preferences.find((each) => each !== '' && !PREFERENCES.has(each))
  return unknown === undefined ? undefined : `the preference ${unknown.slice(0, 40)} is not used here`
}

/** A row or a list of rows to insert; a row to change; arguments by name to call. */
async function bodyProblem(request: Request, kind: QueryKind): Promise<string | undefined> {
  const text = await textOf(request)
  if (text === '')
    return kind === 'insert' || (kind === 'change' && request.method === 'PATCH') ? 'the body is missing' : undefined
  const body = parseJson(text)
  const rows = Array.isArray(body) && kind === 'insert' ? body : [body]
  if (rows.length === 0) return 'the body has no row'
  if (rows.length > MOST_ROWS) return `the body has more than ${MOST_ROWS} rows`
  return rows.every((row) => typeof row === 'object' && row !== null && !Array.isArray(row))
    ? undefined
    : 'the body is not an object'
}

/** The request with the headers that we know, of a caller that we know. */
async function asKnown(request: Request, caller: Caller): Promise<Request> {
  const headers = new Headers()
  for (const name of HEADERS) {
    const value = request.headers.get(name)
    if (value !== null && !(caller.kind === 'key' && name === 'authorization')) headers.set(name, value)
  }
  const { url, method } = request
  const known = plainRequest({ url, method, headers }, await textOf(request))
  if (caller.kind === 'account') noteCaller(known, caller)
  return known
}
