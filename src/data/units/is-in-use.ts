import { toAppError } from '../errors'

/** Of foreign keys in general, and since PostgreSQL 18 of those that restrict. */
const IN_USE: readonly (string | undefined)[] = ['23503', '23001']

/** Whether the database refused to delete something because other things refer to it. */
export function isInUse(error: unknown): boolean {
  const { code, family } = toAppError(error)
  return IN_USE.includes(code) || IN_USE.includes(family)
}
