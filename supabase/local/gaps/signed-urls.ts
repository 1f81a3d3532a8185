/**
 * Gap: @supabase/lite answers a signed URL under names that supabase-js does not read, takes a request for many signed
 * URLs for one for a single file without a name, ignores the `download` option, and answers 500 to an expired link.
 *
 * Delete this file when lite answers as storage-api does.
 */
import {
  field,
  parseJson,
  storageError,
  textField,
  textOf,
  type Client,
  type Handler,
  type Layer,
} from '../gateway/handler'
import { readKey, storageAddress } from '../gateway/storage-routes'

const PREFIX = '/storage/v1'

/** Gives signed URLs the names that supabase-js reads, and links the file name they ask for. Expects what ../gateway/storage-routes lets through. */
export function completeSignedUrls(): Layer {
  return (next) => async (request, client) => {
    const url = new URL(request.url)
    const path = url.pathname.slice(PREFIX.length)
    const isForMany = request.method === 'POST' && /^\/object\/sign\/[^/]+$/.test(path)
    if (isForMany) return signMany(next, request, client)
    const response = await next(request, client)
    if (/^\/object\/(upload\/)?sign\//.test(path)) {
      if (response.status === 500 && url.searchParams.has('token')) {
        return storageError(400, 'InvalidJWT', 'The link is not valid or has expired')
      }
      if (response.ok && request.method === 'POST') return renameFields(response)
    }
    const name = url.searchParams.get('download')
    if (!response.ok || request.method !== 'GET' || name === null) return response
    return asDownload(response, decodeTwice(name) || lastPart(path))
  }
}

/** Signs one file after the other; one that may not be read has an error in its place. */
async function signMany(next: Handler, request: Request, client: Client): Promise<Response> {
  const url = new URL(request.url)
  const bucket = url.pathname.split('/').at(-1) ?? ''
  const asked = parseJson(await textOf(request))
  const paths = field(asked, 'paths')
  const body = JSON.stringify({ expiresIn: field(asked, 'expiresIn') })
  // Of the one request only who asks is taken over to the many.
  const headers = new Headers({ 'content-type': 'application/json' })
  for (const name of ['authorization', 'apikey']) headers.set(name, request.headers.get(name) ?? '')
  const signed: object[] = []
  for (const path of Array.isArray(paths) ? paths.map(String) : []) {
    const address = new URL(storageAddress('sign', decodeURIComponent(bucket), readKey(path) ?? []), url.origin)
    const answer: unknown = await (await next(new Request(address, { method: 'POST', headers, body }), client)).json()
    const error = textField(answer, 'signedUrl') === undefined ? (textField(answer, 'message') ?? 'not found') : null
    signed.push({ ...complete(answer), path, error })
  }
  return Response.json(signed)
}

async function renameFields(response: Response): Promise<Response> {
  return Response.json(complete(await response.json()), { status: response.status })
}

function complete(answer: unknown): object {
  const link = textField(answer, 'signedUrl') ?? ''
  const relative = link.startsWith(PREFIX) ? link.slice(PREFIX.length) : null
  return {
    path: field(answer, 'path') ?? null,
    error: field(answer, 'error') ?? null,
    token: field(answer, 'token') ?? null,
    signedURL: relative,
    url: relative,
  }
}

function asDownload(response: Response, name: string): Response {
  const headers = new Headers(response.headers)
  const plain = name.replaceAll(/[^\w.\- ]/g, '_')
  const encoded = encodeURIComponent(name).replaceAll(/['()*]/g, (each) => `%${each.charCodeAt(0).toString(16)}`)
  headers.set('Content-Disposition', `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`)
  return new Response(response.body, { status: response.status, headers })
}

/** supabase-js encodes the name twice; a name that is not encoded any more stays as it is. */
function decodeTwice(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

function lastPart(path: string): string {
  return decodeURIComponent(path.split('/').at(-1) ?? 'file')
}
