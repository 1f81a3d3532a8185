import type { QueryClient } from '@tanstack/react-query'
import { accountKeys } from '../accounts/keys'
import { unitKeys } from '../units/keys'

const RESTS_ON_NOTHING = new Set<unknown>([accountKeys.all[0], unitKeys.all[0]])

/**
 * Reads everything anew that rests on reports. Signals, counts and lists of every room do, so what is named here is
 * the little that does not.
 */
export async function refreshWork(queryClient: QueryClient): Promise<void> {
  await queryClient.invalidateQueries({ predicate: ({ queryKey }) => !RESTS_ON_NOTHING.has(queryKey[0]) })
}
