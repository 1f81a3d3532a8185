import { INVITATIONS_PER_PAGE } from '@/data/accounts/account'
import { useRevokeInvitation } from '@/data/accounts/mutations'
import { invitationPageOptions } from '@/data/accounts/queries'
import { unitAccountsOptions } from '@/data/accounts/unit-accounts'
import type { InvitationId } from '@/domain/ids'
import { DataTable } from '@/ui/DataTable'
import { EmptyState } from '@/ui/EmptyState'
import { FilterBar } from '@/ui/FilterBar'
import { QueryState } from '@/ui/QueryState'
import { openedPart } from '@/ui/lazy-part'
import { useTableState } from '@/ui/table-state'
import { TextButton } from '@/ui/TextButton'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { invitationColumns } from './invitation-columns'

const RenewDialog = openedPart(() => import('./RenewDialog').then((module) => module.RenewDialog))

/** The invitations, newest first; one that nobody accepted yet can be revoked, or renewed where its link was lost. */
export function InvitationTable() {
  const state = useTableState({ pageSize: INVITATIONS_PER_PAGE, name: 'invitations' })
  const query = useQuery(invitationPageOptions(state.page))
  const revoke = useRevokeInvitation()
  const [renewing, setRenewing] = useState<readonly InvitationId[]>([])
  const columns = useMemo(
    () => invitationColumns({ onRevoke: (id) => revoke.mutateAsync(id), onRenew: (id) => setRenewing([id]) }),
    [revoke],
  )
  return (
    <>
      <RenewAllBar onRenew={setRenewing} />
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
      <RenewDialog ids={renewing} isOpen={renewing.length > 0} onClose={() => setRenewing([])} />
    </>
  )
}

/** Renews every link that still works, as when the list of them was lost. */
function RenewAllBar({ onRenew }: { readonly onRenew: (ids: readonly InvitationId[]) => void }) {
  const { data } = useQuery(unitAccountsOptions())
  const ids = data?.open.map(({ id }) => id) ?? []
  if (ids.length === 0) return null
  return (
    <FilterBar
      label="有效的邀请"
      isInSheet
      setCount={0}
      search={
        <span className="line">
          <span className="soft">{ids.length} 个链接还没有人使用。</span>
          <TextButton onClick={() => onRenew(ids)}>全部重新生成</TextButton>
        </span>
      }
    />
  )
}
