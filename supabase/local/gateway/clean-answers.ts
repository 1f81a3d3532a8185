import { withHeaders, type Handler, type Layer } from './handler'

/**
 * The outermost layer: an address that cannot be read is refused before anything looks at it, whatever is thrown becomes
 * one plain answer, and no answer repeats the question (addresses end in logs of proxies and in caches).
 */
export const answerCleanly: Layer = (next) => async (request, client) => {
  if (!isReadable(request.url)) return new Response('Bad request', { status: 400 })
  const answer = await answerOrFail(next, request, client)
  if (!answer.headers.has('Content-Location')) return answer
  return withHeaders(answer, (headers) => headers.delete('Content-Location'))
}

/** Percent signs that stand for bytes, bytes that are UTF-8, and no character that no file or text can hold. */
function isReadable(address: string): boolean {
  try {
    return !decodeURIComponent(new URL(address).pathname).includes('\0')
  } catch {
    return false
  }
}

async function answerOrFail(next: Handler, ...[request, client]: Parameters<Handler>): Promise<Response> {
  try {
    return await next(request, client)
  } catch (error) {
    console.error('a request failed:', error)
    const message = 'Something went wrong here'
    return Response.json(
      { code: 'unexpected_failure', error_code: 'unexpected_failure', message, msg: message },
      { status: 500 },
    )
  }
}
