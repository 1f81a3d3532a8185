import type { QueryClient, QueryKey } from '@tanstack/react-query'
import { accountKeys } from './accounts/keys'
import { firstStepKeys } from './first-steps/keys'
import { evidenceKeys } from './evidence/keys'
import { planDraftKeys } from './plan-drafts/keys'
import { reportKeys } from './reports/keys'
import { sourceFileKeys } from './source-files/keys'
import { taskKeys } from './tasks/keys'
import { unitKeys } from './units/keys'

/**
 * What a write changes: the work itself, the unit's own working copy (which nobody else sees), the units, the accounts,
 * all of these, where original files lie, or nothing that any page shows.
 */
export type Changes = 'work' | 'working copy' | 'units' | 'accounts' | 'everything' | 'source files' | 'nothing'

const RESTS_ON_NO_WORK = new Set<unknown>([accountKeys.all[0], unitKeys.all[0]])

/** Documents never change, and the check screen edits its own copy of a draft: neither may be read again under it. */
const IS_READ_ONCE = new Set<unknown>([planDraftKeys.all[0], taskKeys.sourceTexts()[0]])

/** Reads again what a write of this kind may have made old. */
export async function refresh(queryClient: QueryClient, changes: Changes): Promise<void> {
  await READERS[changes](queryClient)
}

/**
 * Reads everything again that rests on plans, tasks, reports or reviews. Signals, counts and lists of every room do, so
 * what is named is the little that does not: a room to come is refreshed without being named here.
 */
export async function refreshWork(queryClient: QueryClient): Promise<void> {
  await queryClient.invalidateQueries({
    predicate: ({ queryKey: [room] }) => !RESTS_ON_NO_WORK.has(room) && !IS_READ_ONCE.has(room),
  })
}

const READERS: Readonly<Record<Changes, (queryClient: QueryClient) => Promise<void>>> = {
  work: refreshWork,
  'working copy': (queryClient) => readAgain(queryClient, [evidenceKeys.lists(), reportKeys.workingCopies()]),
  units: refreshUnits,
  accounts: (queryClient) =>
    readAgain(queryClient, [
      accountKeys.lists(),
      accountKeys.current(),
      accountKeys.invitations(),
      accountKeys.ofUnits(),
      accountKeys.passwordResets(),
      firstStepKeys.all,
    ]),
  everything: (queryClient) =>
    queryClient.invalidateQueries({ predicate: ({ queryKey: [room] }) => !IS_READ_ONCE.has(room) }),
  'source files': (queryClient) => readAgain(queryClient, [sourceFileKeys.all]),
  nothing: () => Promise.resolve(),
}

/** Units' names stand in every list; the lists are only marked as old, and read again when they are next looked at. */
async function refreshUnits(queryClient: QueryClient): Promise<void> {
  await queryClient.invalidateQueries({
    predicate: ({ queryKey: [room] }) => room !== unitKeys.all[0] && !IS_READ_ONCE.has(room),
    refetchType: 'none',
  })
  await readAgain(queryClient, [unitKeys.all])
}

async function readAgain(queryClient: QueryClient, keys: readonly QueryKey[]): Promise<void> {
  await Promise.all(keys.map((queryKey) => queryClient.invalidateQueries({ queryKey })))
}
