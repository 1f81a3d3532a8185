import type { Invitation } from '@/data/accounts/account'
import type { InvitationId } from '@/domain/ids'
import { invitationStateVocabulary } from '@/domain/permissions/invitation-state-vocabulary'
import { roleVocabulary } from '@/domain/permissions/role-vocabulary'
import { actionsColumn, momentColumn, statusColumn } from '@/ui/common-columns'
import type { DataColumn } from '@/ui/data-column'
import { TextButton } from '@/ui/TextButton'
import { Popconfirm } from 'antd'
import styles from './accounts.module.css'

interface InvitationActions {
  readonly onRevoke: (id: InvitationId) => Promise<unknown>
  readonly onRenew: (id: InvitationId) => void
}

/** The columns of the list of invitations; an open one can be revoked, and renewed also once it has expired. */
export function invitationColumns({ onRevoke, onRenew }: InvitationActions): DataColumn<Invitation>[] {
  return [
    {
      key: 'whom',
      title: '邀请对象',
      width: 240,
      text: (invitation) => [nameOf(invitation), invitation.note].filter((words) => words !== '').join(' '),
      render: (invitation) => (
        <span className={styles.stacked}>
          <span>{nameOf(invitation)}</span>
          {invitation.note === '' ? null : <span className="faint">{invitation.note}</span>}
        </span>
      ),
    },
    { key: 'role', title: '角色', width: 120, text: (invitation) => roleVocabulary.label(invitation.role) },
    statusColumn({ key: 'state', title: '状态', width: 104 }, invitationStateVocabulary, ({ state }) => state),
    momentColumn({ key: 'created', title: '邀请时间', width: 152 }, ({ createdAt }) => createdAt, { form: 'full' }),
    momentColumn({ key: 'expires', title: '有效期至', width: 152 }, ({ expiresAt }) => expiresAt, { form: 'full' }),
    actionsColumn(152, ({ id, state }) =>
      state === 'open' || state === 'expired' ? (
        <span className="line">
          <TextButton onClick={() => onRenew(id)}>重新生成</TextButton>
          {state === 'open' ? <RevokeButton id={id} onRevoke={onRevoke} /> : null}
        </span>
      ) : null,
    ),
  ]
}

function nameOf({ unitName, role }: Invitation): string {
  return unitName ?? roleVocabulary.label(role)
}

interface RevokeButtonProps {
  readonly id: InvitationId
  readonly onRevoke: (id: InvitationId) => Promise<unknown>
}

function RevokeButton({ id, onRevoke }: RevokeButtonProps) {
  return (
    <Popconfirm
      title="撤销这个邀请？"
      description="链接将立即失效。"
      okText="撤销"
      // The failure is told over the page; the dialog closes either way, as the list is read again.
      onConfirm={() => onRevoke(id).catch(() => undefined)}
    >
      <TextButton>撤销</TextButton>
    </Popconfirm>
  )
}
