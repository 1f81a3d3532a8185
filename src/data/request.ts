import type { PostgrestSingleResponse } from '@supabase/supabase-js'
import { AppError, isCancelled, toAppError } from './errors'

/** Awaits a PostgREST request and gives its data; any failure becomes an AppError. */
export async function unwrap<T>(request: PromiseLike<PostgrestSingleResponse<T>>): Promise<T> {
  const response = await settle(request)
  if (response.error !== null) throw failure(response.error, response.status)
  return response.data
}

/** One page of rows with the number of all of them; ask with `select(…, { count: 'exact' })` and `range`. */
export async function unwrapPage<Row>(
  request: PromiseLike<PostgrestSingleResponse<Row[]>>,
): Promise<{ readonly rows: Row[]; readonly total: number }> {
  const response = await settle(request)
  if (response.error !== null) throw failure(response.error, response.status)
  return { rows: response.data, total: response.count ?? response.data.length }
}

interface AnswerLike {
  readonly data: unknown
  readonly error: unknown
}
type DataOf<Answer extends AnswerLike> = Extract<Answer, { error: null }>['data']

/** Awaits an auth or storage request; any failure becomes an AppError. */
export async function unwrapAuth<Answer extends AnswerLike>(request: PromiseLike<Answer>): Promise<DataOf<Answer>> {
  const answer = await settle(request)
  if (answer.error !== null && answer.error !== undefined) throw toAppError(answer.error)
  // No error, so it is the answer's good half; a generic type cannot be narrowed by looking.
  return answer.data as DataOf<Answer>
}

/** The only row of a result; none is 'not_found', because a page about nothing helps nobody. */
export function expectOneRow<Row>(rows: readonly Row[] | null): Row {
  const row = rows?.[0]
  if (row === undefined) throw new AppError('not_found', { status: 404 })
  return row
}

/**
 * The rows a write changed, asked for with `.select()`. Row-level security turns a forbidden update into
 * zero rows without an error, so silence here would be a lost write.
 */
export function expectChanged<Row>(rows: readonly Row[] | null): readonly Row[] {
  if (rows === null || rows.length === 0) throw new AppError('nothing_changed', { status: 409 })
  return rows
}

async function settle<T>(request: PromiseLike<T>): Promise<T> {
  try {
    return await request
  } catch (error) {
    if (isCancelled(error)) throw error
    throw toAppError(error)
  }
}

/** PostgREST's client answers a cancelled request with an ordinary error; the cache must see a cancellation. */
function failure(error: { readonly message: string }, status: number): Error {
  if (error.message.startsWith('AbortError')) return new DOMException(error.message, 'AbortError')
  return toAppError(error, status)
}

/**
 * A null argument for a SQL function: generated types call every argument not-null, which SQL does not.
 */
export function orSqlNull<Value>(value: Value | null): Value {
  return value as Value
}

/**
 * Words as the value of an `ilike` filter. What PostgREST or LIKE would read as syntax becomes LIKE's "any one
 * character", so words stay words without quotes, which not every server takes off again.
 */
export function likeValue(words: string): string {
  return `*${words.trim().replaceAll(/[,.:()"'\\*%_]/g, '_')}*`
}
