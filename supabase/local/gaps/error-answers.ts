/**
 * Gap: @supabase/lite answers a PostgreSQL error whose SQLSTATE it does not list (raise exception, a check constraint, a
 * time-out …) with 500 "SUP" and without code, details or hint; and it prints every error, denied requests included,
 * with a stack.
 *
 * Delete this file when lite answers every SQLSTATE as PostgREST does.
 */
import type { Connection } from '@supabase/lite'
import { inspect } from 'node:util'
import { noteRefusal, refusedCode } from './storage-refusals'

interface PostgresError {
  code: string
  message: string
  detail: string | null
  hint: string | null
}

/** The classes and codes that lite answers properly by itself. */
const ANSWERED = /^(PT|PGRST|21|22|42|53|55|23502|23503|23505|25006)/

/** HTTP status by SQLSTATE, as PostgREST has it; what is not listed is 400. */
const STATUS: readonly (readonly [RegExp, number])[] = [
  [/^(08|57P)/, 503],
  [/^(09|0L|0P|28)/, 403],
  [/^(25|2D|38|39|3B|40|54|57|58|F0|HV|XX)/, 500],
  [/^P0(?!001)/, 500],
]

/** Makes `connection` hand over each PostgreSQL error in a form that reaches the client whole. */
export function answerEveryError(connection: Connection): void {
  connection.normalizeDbError = (error) => {
    const known = asPostgresError(error) ?? asUnfitValue(error)
    if (known === undefined) return error
    if (noteRefusal(known)) return inOneLine({ ...known, code: refusedCode }, known)
    if (ANSWERED.test(known.code)) return inOneLine(known, known)
    return inOneLine(asRaisedAnswer(known), known)
  }
}

/** Reads the fields that the driver gives to an error. */
export function asPostgresError(error: unknown): PostgresError | undefined {
  if (!(error instanceof Error)) return undefined
  const field = (name: string): string | null => {
    const value: unknown = Reflect.get(error, name)
    return typeof value === 'string' && value !== '' ? value : null
  }
  const code = field('code')
  if (code === null || !/^[0-9A-Z]{5}$/.test(code)) return undefined
  return { code, message: error.message, detail: field('detail'), hint: field('hint') }
}

/** PGlite refuses a value of another JSON type than the column's before PostgreSQL sees it. */
function asUnfitValue(error: unknown): PostgresError | undefined {
  if (!(error instanceof Error) || !/^Invalid input for \w+ type/.test(error.message)) return undefined
  return { code: '22P02', message: 'invalid input syntax', detail: null, hint: null }
}

/** PostgREST lets a function choose the whole answer by raising SQLSTATE PGRST; lite knows this form. */
function asRaisedAnswer(error: PostgresError): PostgresError {
  const status = STATUS.find(([pattern]) => pattern.test(error.code))?.[1] ?? 400
  const { code, message, hint } = error
  return {
    code: 'PGRST',
    message: JSON.stringify({ code, message, details: error.detail, hint }),
    detail: JSON.stringify({ status, headers: {} }),
    hint: null,
  }
}

/** Lite prints the error it got; this keeps the print to one line. */
function inOneLine(error: PostgresError, original: PostgresError): PostgresError {
  const shown = { ...error, [inspect.custom]: () => `${original.code} ${original.message}` }
  return shown
}
