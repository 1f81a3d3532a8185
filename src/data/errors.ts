import { UnknownValueError } from '@/lib/vocabulary'

interface AppErrorInit {
  readonly status?: number
  readonly isRetryable?: boolean
  readonly detail?: string
  readonly family?: string
  readonly cause?: unknown
}

/**
 * Every failure of a read or a write. `code` is a stable key: one of our SQL functions' message keys, a
 * code of the auth server, an SQLSTATE, or one of the codes this file makes (`network_unreachable`, …).
 */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: string
  readonly status: number
  readonly isRetryable: boolean
  /** What the server added for the reader, such as the names a key's message speaks of. */
  readonly detail: string | undefined
  /** The broader code to fall back on when no message speaks of `code`: a constraint's SQLSTATE. */
  readonly family: string | undefined

  constructor(code: string, init: AppErrorInit = {}) {
    super(code, { cause: init.cause })
    this.code = code
    this.status = init.status ?? 0
    this.isRetryable = init.isRetryable ?? false
    this.detail = init.detail
    this.family = init.family
  }
}

/** Message keys raised by our SQL functions: `report_revision_conflict`. */
const MESSAGE_KEY = /^[a-z][a-z0-9]*(?:_[a-z0-9]+)+$/
const CONSTRAINT_NAME = /constraint "([a-z0-9_]+)"/
const NETWORK_FAILURE = /failed to fetch|networkerror|load failed|fetch failed|network request failed/i
const SESSION_CODES = new Set([
  'PGRST301',
  'PGRST302',
  'PGRST303',
  'bad_jwt',
  'session_not_found',
  'refresh_token_not_found',
  'refresh_token_already_used',
])

/** Anything thrown, as an AppError; cancelled requests pass through as they are. */
export function toAppError(error: unknown, status = 0): AppError {
  if (error instanceof AppError) return error
  if (error instanceof UnknownValueError) return new AppError(error.code, { cause: error })
  const fields = readFields(error)
  const httpStatus = fields.status || status
  if (isNetworkFailure(error, fields)) return new AppError('network_unreachable', { isRetryable: true, cause: error })
  return new AppError(codeOf(fields, httpStatus), {
    status: httpStatus,
    isRetryable: httpStatus >= 500 || httpStatus === 408,
    ...(fields.details === '' ? {} : { detail: fields.details }),
    ...(fields.code === '' ? {} : { family: fields.code }),
    cause: error,
  })
}

/** Whether an error says that the session is over, so that the reader must sign in again. */
export function isSessionOver(error: unknown): boolean {
  return error instanceof AppError && (error.code === 'session_expired' || error.code === 'not_signed_in')
}

/** Whether an error is a request that was cancelled on purpose. */
export function isCancelled(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError'
}

interface ErrorFields {
  readonly name: string
  readonly code: string
  readonly message: string
  readonly details: string
  readonly status: number
}

function readFields(error: unknown): ErrorFields {
  const source: Record<string, unknown> = typeof error === 'object' && error !== null ? { ...error } : {}
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  return {
    name: error instanceof Error ? error.name : text(source.name),
    code: text(source.code) || text(source.error),
    message: error instanceof Error ? error.message : text(source.message),
    details: text(source.details),
    status: Number(source.status ?? source.statusCode) || 0,
  }
}

function isNetworkFailure(error: unknown, fields: ErrorFields): boolean {
  if (fields.name === 'AuthRetryableFetchError') return fields.status === 0 || fields.status >= 502
  if (error instanceof TypeError && NETWORK_FAILURE.test(fields.message)) return true
  return fields.status === 0 && NETWORK_FAILURE.test(fields.message)
}

function codeOf(fields: ErrorFields, status: number): string {
  if (SESSION_CODES.has(fields.code)) return 'session_expired'
  if (fields.name === 'AuthSessionMissingError') return 'session_expired'
  if (MESSAGE_KEY.test(fields.message)) return fields.message
  const constraint = CONSTRAINT_NAME.exec(fields.message)?.[1]
  if (constraint !== undefined) return constraint
  if (fields.code === '42501' && status === 401) return 'session_expired'
  if (fields.code !== '') return fields.code
  return status === 0 ? 'unknown' : `http_${status}`
}
