import type { Layer } from './handler'

/**
 * Lets go of a file that was opened for an answer which nobody reads to its end: of a HEAD request, or of a download that
 * was broken off, be it before the first byte. Otherwise each would stay open for as long as the server runs.
 */
export const endUnreadAnswers: Layer = (next) => async (request, client) => {
  const answer = await next(request, client)
  const { body } = answer
  if (body === null || client.left === undefined || !new URL(request.url).pathname.startsWith('/storage/'))
    return answer
  const reader = body.getReader()
  const letGo = () => void reader.cancel().catch(() => undefined)
  if (client.left.aborted) letGo()
  else client.left.addEventListener('abort', letGo, { once: true })
  const passed = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await reader.read()
        if (done) controller.close()
        else controller.enqueue(value)
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  )
  return new Response(passed, { status: answer.status, statusText: answer.statusText, headers: answer.headers })
}
