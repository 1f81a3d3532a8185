import type { Layer } from './handler'

const METHODS = 'GET, POST, PUT, PATCH, DELETE, OPTIONS'

/** Answers the question of a browser whether a page of another address may ask: it may, with a key and without cookies. */
export const answerPreflight: Layer = (next) => async (request, client) => {
  if (request.method !== 'OPTIONS') return next(request, client)
  const headers = request.headers.get('access-control-request-headers') ?? ''
  return new Response(null, {
    status: 204,
    headers: {
      Allow: METHODS,
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Methods': METHODS,
      ...(headers === '' ? {} : { 'Access-Control-Allow-Headers': headers }),
      'Access-Control-Max-Age': '86400',
      Vary: 'Access-Control-Request-Headers',
    },
  })
}
