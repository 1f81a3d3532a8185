/**
 * Gap: @supabase/lite answers a signed URL under names that supabase-js does not read, ignores the `download` option,
 * and answers 500 to an expired link.
 *
 * Delete this file when lite answers as storage-api does.
 */
import { field, storageError, textField, type Layer } from '../handler'

const PREFIX = '/storage/v1'

/** Gives signed URLs the names that supabase-js reads, and links the file name they ask for. */
export function completeSignedUrls(): Layer {
  return (next) => async (request, client) => {
    const url = new URL(request.url)
    const path = url.pathname.slice(PREFIX.length)
    const response = await next(request, client)
    if (/^\/object\/(upload\/)?sign\//.test(path)) {
      if (response.status === 500 && url.searchParams.has('token')) {
        return storageError(400, 'InvalidJWT', 'The link is not valid or has expired')
      }
      if (response.ok && request.method === 'POST') return renameFields(response)
    }
    const name = url.searchParams.get('download')
    return response.ok && request.method === 'GET' && name !== null ? asDownload(response, name || lastPart(path)) : response
  }
}

async function renameFields(response: Response): Promise<Response> {
  const answer: unknown = await response.json()
  return Response.json(Array.isArray(answer) ? answer.map(complete) : complete(answer), { status: response.status })
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

function lastPart(path: string): string {
  return decodeURIComponent(path.split('/').at(-1) ?? 'file')
}
