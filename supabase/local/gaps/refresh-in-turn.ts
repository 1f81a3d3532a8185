/**
 * Gap: @supabase/lite revokes a refresh token and makes its successor in two steps; a second tab that refreshes between
 * them is signed out.
 *
 * Delete this file when lite rotates refresh tokens in one transaction.
 */
import { createHash } from 'node:crypto'
import { parseJson, textField, textOf, type Layer } from '../gateway/handler'
import { Turns } from '../gateway/turns'

/** Lets refreshes of one token happen one after the other; those of different tokens never wait for each other. */
export function refreshInTurn(): Layer {
  const turns = new TurnsByKey()
  return (next) => async (request, client) => {
    const { pathname, searchParams } = new URL(request.url)
    const isRefresh = pathname === '/auth/v1/token' && searchParams.get('grant_type') === 'refresh_token'
    if (!isRefresh) return next(request, client)
    const token = textField(parseJson(await textOf(request)), 'refresh_token') ?? ''
    return turns.run(createHash('sha256').update(token).digest('hex'), () => next(request, client))
  }
}

class TurnsByKey {
  readonly #waiting = new Map<string, { turns: Turns; count: number }>()

  async run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const line = this.#waiting.get(key) ?? { turns: new Turns(), count: 0 }
    this.#waiting.set(key, line)
    line.count += 1
    try {
      return await line.turns.run(work)
    } finally {
      line.count -= 1
      if (line.count === 0) this.#waiting.delete(key)
    }
  }
}
