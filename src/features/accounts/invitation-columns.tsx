import type { Invitation } from '@/data/accounts/account'
import { dateTimeInTable } from '@/domain/local-date/local-date-words'
import { invitationStateVocabulary } from '@/domain/permissions/invitation-state-vocabulary'
import { roleVocabulary } from '@/domain/permissions/role-vocabulary'
import type { DataColumn } from '@/ui/data-column'
import { MomentText } from '@/ui/DateText'
import { StatusTag } from '@/ui/StatusTag'
import { Button, Popconfirm } from 'antd'
import styles from './accounts.module.css'

/** The columns of the list of invitations; an open one can be revoked. */
export function invitationColumns(onRevoke: (id: string) => Promise<unknown>): DataColumn<Invitation>[] {
  return [
    {
      key: 'whom',
      title: '邀请对象',
      width: 240,
      text: (invitation) => [nameOf(invitation), invitation.note].filter((words) => words !== '').join(' '),
      render: (invitation) => (
        <span className={styles.stacked}>
          <span>{nameOf(invitation)}</span>
          {invitation.note === '' ? null : <span className={styles.faint}>{invitation.note}</span>}
        </span>
      ),
    },
    { key: 'role', title: '角色', width: 120, text: (invitation) => roleVocabulary.label(invitation.role) },
    {
      key: 'state',
      title: '状态',
      width: 104,
      text: (invitation) => invitationStateVocabulary.label(invitation.state),
      render: (invitation) => <StatusTag vocabulary={invitationStateVocabulary} value={invitation.state} />,
    },
    {
      key: 'created',
      title: '邀请时间',
      width: 152,
      text: (invitation) => dateTimeInTable(new Date(invitation.createdAt)),
      render: (invitation) => <MomentText at={invitation.createdAt} form="full" />,
    },
    {
      key: 'expires',
      title: '有效期至',
      width: 152,
      text: (invitation) => dateTimeInTable(new Date(invitation.expiresAt)),
      render: (invitation) => <MomentText at={invitation.expiresAt} form="full" />,
    },
    {
      key: 'actions',
      title: '操作',
      width: 96,
      text: () => null,
      render: (invitation) => <RevokeCell invitation={invitation} onRevoke={onRevoke} />,
    },
  ]
}

function nameOf({ unitName, role }: Invitation): string {
  return unitName ?? roleVocabulary.label(role)
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
