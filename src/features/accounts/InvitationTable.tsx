import { INVITATIONS_PER_PAGE } from '@/data/accounts/account'
import { useRevokeInvitation } from '@/data/accounts/mutations'
import { invitationPageOptions } from '@/data/accounts/queries'
import { DataTable } from '@/ui/DataTable'
import { EmptyState } from '@/ui/EmptyState'
import { QueryState } from '@/ui/QueryState'
import { useTableState } from '@/ui/table-state'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { invitationColumns } from './invitation-columns'

/** The invitations, newest first; one that nobody accepted yet can be revoked. */
export function InvitationTable() {
  const state = useTableState({ pageSize: INVITATIONS_PER_PAGE, name: 'invitations' })
  const query = useQuery(invitationPageOptions(state.page))
  const revoke = useRevokeInvitation()
  const columns = useMemo(() => invitationColumns((id) => revoke.mutateAsync(id)), [revoke])
  return (
    <QueryState
      query={query}
      isEmpty={({ total }) => total === 0}
      empty={<EmptyState title="还没有邀请" hint="点右上角的「邀请」，为各单位生成邀请链接" />}
    >
      {({ invitations, total }) => (
        <DataTable
          label="邀请"
          rows={invitations}
          rowKey={(invitation) => invitation.id}
          columns={columns}
          state={state}
          total={total}
        />
      )}
    </QueryState>
  )
}
