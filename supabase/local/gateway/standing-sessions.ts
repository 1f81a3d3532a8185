import type { StoredFiles } from '../storage/stored-files'
import type { AccessTokens } from './access-token'
import type { Database } from '../database/database'
import { authError, restError, storageError, type Layer } from './handler'
import { uploadTarget } from './storage-routes'

/** How long the answer about one session is believed. What ends a session through this process counts at once. */
const BELIEVED_MS = 3_000
const MOST_REMEMBERED = 10_000

interface Answer {
  stands: Promise<boolean>
  until: number
}

interface Options {
  database: Database
  files: Pick<StoredFiles, 'deleteObject'>
  tokens: AccessTokens
}

/**
 * Refuses tokens whose session is over (signed out, password reset) or whose user is shut out: a token alone would go on
 * working for up to an hour.
 */
export function requireStandingSession({ database, files, tokens }: Options): Layer {
  const sessions = new StandingSessions(database)
  // A function may shut somebody out.
  database.onSessionsEnded(() => sessions.forget())
  return (next) => async (request, client) => {
    const path = new URL(request.url).pathname
    const isAboutTokens = path.startsWith('/auth/') && path !== '/auth/v1/user'
    const caller = isAboutTokens ? undefined : tokens.callerOf(request.headers)
    if (caller?.kind === 'account' && !(await sessions.stand(caller.userId, caller.sessionId)))
      return sessionIsOver(path)
    const mayEndSessions = canEndSessions(request.method, path)
    try {
      const answer = await next(request, client)
      const upload = answer.ok ? uploadTarget(request.method, path) : undefined
      if (upload === undefined || caller?.kind !== 'account') return answer
      if (await sessions.standNow(caller.userId, caller.sessionId)) return answer
      // It took its time, and the session ended meanwhile: what it brought does not stay.
      await files.deleteObject(upload.bucket, upload.key)
      return sessionIsOver(path)
    } finally {
      if (mayEndSessions) sessions.forget()
    }
  }
}

/** Signing out does, a new password, a refresh with a token used before. */
function canEndSessions(method: string, path: string): boolean {
  return path === '/auth/v1/logout' || path === '/auth/v1/token' || (path === '/auth/v1/user' && method === 'PUT')
}

function sessionIsOver(path: string): Response {
  const message = 'The session of this token is over'
  if (path.startsWith('/auth/')) return authError(403, 'session_not_found', message)
  if (path.startsWith('/storage/')) return storageError(401, 'session_not_found', message)
  return restError(401, 'PGRST301', message)
}

class StandingSessions {
  #answers = new Map<string, Answer>()

  constructor(private readonly database: Database) {}

  stand(userId: string, sessionId: string): Promise<boolean> {
    const key = `${userId} ${sessionId}`
    const known = this.#answers.get(key)
    if (known !== undefined && known.until > Date.now()) return known.stands
    const answer: Answer = { stands: this.#ask(userId, sessionId), until: Date.now() + BELIEVED_MS }
    if (this.#answers.size >= MOST_REMEMBERED) this.forget()
    this.#answers.set(key, answer)
    // A question that failed is asked again by the next request.
    answer.stands.catch(() => this.#answers.delete(key))
    return answer.stands
  }

  /** Asks past what is believed. */
  standNow(userId: string, sessionId: string): Promise<boolean> {
    return this.#ask(userId, sessionId)
  }

  /** Everything is asked anew, also what is being asked at this moment. */
  forget(): void {
    this.#answers = new Map()
  }

  async #ask(userId: string, sessionId: string): Promise<boolean> {
    const found = await this.database.query(
      `select from auth.sessions s join auth.users u on u.id = s.user_id
       where s.id = $1 and u.id = $2 and (s.not_after is null or s.not_after > now())
         and (u.banned_until is null or u.banned_until <= now()) and u.deleted_at is null`,
      [sessionId, userId],
    )
    return found.length > 0
  }
}
