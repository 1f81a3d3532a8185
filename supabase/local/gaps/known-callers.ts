/**
 * Gap: @supabase/lite checks the signature of a token twice for each request to PostgREST, and looks its user and its
 * session up with two statements, whose answers it then does not use.
 *
 * Delete this file when lite checks a token once and asks nothing of the database before the request's own statement.
 */
import type { ServerOptions } from '@supabase/lite'
import type { Claims } from '../gateway/access-token'

type Middleware = NonNullable<ServerOptions['middlewares']>[number]

const callers = new WeakMap<Request, Claims>()

/** Says whose request this is: its token is ours and unexpired, and its session was found standing. */
export function noteCaller(request: Request, claims: Claims): void {
  // Clocks that were turned back, and times that our auth service does not write, are lite's to judge.
  const { iat = 0, nbf } = claims.payload
  if (nbf === undefined && typeof iat === 'number' && iat * 1000 <= Date.now()) callers.set(request, claims)
}

/** Tells lite who asks. A request of which nothing was noted is checked by lite as ever. */
export const tellCaller: Middleware = async (context, next) => {
  const claims = callers.get(context.req.raw)
  if (claims !== undefined) {
    // Lite goes by what is set here and reads the token no more.
    context.set('ignoreAuthorization', true)
    context.set('jwt', claims.payload)
    context.set('userId', claims.userId)
    context.set('sessionId', claims.sessionId)
  }
  await next()
}
