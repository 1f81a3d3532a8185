import type { Invitation } from '@/data/accounts/account'
import { INVITATIONS_PER_PAGE } from '@/data/accounts/account'
import { useRevokeInvitation } from '@/data/accounts/mutations'
import { invitationPageOptions } from '@/data/accounts/queries'
import { invitationStateVocabulary } from '@/domain/permissions/invitation-state-vocabulary'
import { roleVocabulary } from '@/domain/permissions/role-vocabulary'
import { DataTable } from '@/ui/DataTable'
import type { DataColumn } from '@/ui/data-column'
import { MomentText } from '@/ui/DateText'
import { EmptyState } from '@/ui/EmptyState'
import { QueryState } from '@/ui/QueryState'
import { StatusTag } from '@/ui/StatusTag'
import { useTableState } from '@/ui/table-state'
import { useQuery } from '@tanstack/react-query'
import { Button, Popconfirm } from 'antd'
import { useMemo } from 'react'
import styles from './accounts.module.css'

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

function invitationColumns(onRevoke: (id: string) => Promise<unknown>): DataColumn<Invitation>[] {
  return [
    {
      key: 'whom',
      title: '邀请对象',
      width: 240,
      render: (invitation) => (
        <span className={styles.stacked}>
          <span>{invitation.unitName ?? roleVocabulary.label(invitation.role)}</span>
          {invitation.note === '' ? null : <span className={styles.faint}>{invitation.note}</span>}
        </span>
      ),
    },
    { key: 'role', title: '角色', width: 120, render: (invitation) => roleVocabulary.label(invitation.role) },
    {
      key: 'state',
      title: '状态',
      width: 104,
      render: (invitation) => <StatusTag vocabulary={invitationStateVocabulary} value={invitation.state} />,
    },
    {
      key: 'created',
      title: '邀请时间',
      width: 152,
      render: (invitation) => <MomentText at={invitation.createdAt} form="full" />,
    },
    {
      key: 'expires',
      title: '有效期至',
      width: 152,
      render: (invitation) => <MomentText at={invitation.expiresAt} form="full" />,
    },
    {
      key: 'actions',
      title: '操作',
      width: 96,
      render: (invitation) => <RevokeCell invitation={invitation} onRevoke={onRevoke} />,
    },
  ]
}

interface RevokeCellProps {
  readonly invitation: Invitation
  readonly onRevoke: (id: string) => Promise<unknown>
}

function RevokeCell({ invitation, onRevoke }: RevokeCellProps) {
  if (invitation.state !== 'open') return null
  return (
    <Popconfirm
      title="撤销这个邀请？"
      description="链接将立即失效。"
      okText="撤销"
      cancelText="取消"
      // The failure is told over the page; the dialog closes either way, as the list is read again.
      onConfirm={() => onRevoke(invitation.id).catch(() => undefined)}
    >
      <Button type="link" className={styles.inlineButton ?? ''}>
        撤销
      </Button>
    </Popconfirm>
  )
}
