import { toAppError } from '../errors'

const FOREIGN_KEY_VIOLATION = '23503'

/** Whether the database refused to delete something because other things refer to it. */
export function isInUse(error: unknown): boolean {
  const { code, family } = toAppError(error)
  return code === FOREIGN_KEY_VIOLATION || family === FOREIGN_KEY_VIOLATION
}
