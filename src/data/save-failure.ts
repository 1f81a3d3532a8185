import type { SaveFailure } from '@/lib/autosave'
import { toAppError } from './errors'

/** Why a save did not go through; the database says of every row with a revision in the same way that it was saved since. */
export function saveFailureOf(error: unknown): SaveFailure {
  const { code } = toAppError(error)
  if (code === 'network_unreachable') return 'offline'
  return code.endsWith('_revision_conflict') ? 'conflict' : 'refused'
}
