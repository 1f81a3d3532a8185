import type { InvitationId, UnitId } from '@/domain/ids'
import { queryOptions } from '@tanstack/react-query'
import { getClient } from '../client'
import { readAllPages } from '../read-all-pages'
import { accountKeys } from './keys'

/** Who can sign in for units, and which of them were sent a link that still works. */
interface UnitAccounts {
  /** How many accounts in use a unit has; a unit without one is not in it. */
  readonly counts: Readonly<Record<UnitId, number>>
  /** Invitations that nobody accepted and that still work; known to the lead office alone. */
  readonly open: readonly OpenInvitation[]
}

interface OpenInvitation {
  readonly id: InvitationId
  readonly unitId: UnitId | null
  readonly expiresAt: string
}

export function unitAccountsOptions() {
  return queryOptions({ queryKey: accountKeys.ofUnits(), queryFn: ({ signal }) => fetchUnitAccounts(signal) })
}

async function fetchUnitAccounts(signal: AbortSignal): Promise<UnitAccounts> {
  const now = new Date()
  const client = getClient()
  const [accounts, invitations] = await Promise.all([
    readAllPages((from, to) =>
      client
        .from('accounts')
        .select('user_id, unit_id')
        .eq('role', 'department')
        .is('disabled_at', null)
        .order('user_id')
        .range(from, to)
        .abortSignal(signal),
    ),
    readAllPages((from, to) =>
      client
        .from('invitations')
        .select('id, unit_id, expires_at')
        .is('accepted_at', null)
        .is('revoked_at', null)
        .order('id')
        .range(from, to)
        .abortSignal(signal),
    ),
  ])
  const counts: Record<UnitId, number> = {}
  for (const { unit_id } of accounts) if (unit_id !== null) counts[unit_id] = (counts[unit_id] ?? 0) + 1
  return {
    counts,
    open: invitations
      .filter((row) => new Date(row.expires_at) > now)
      .map((row) => ({ id: row.id, unitId: row.unit_id, expiresAt: row.expires_at })),
  }
}
