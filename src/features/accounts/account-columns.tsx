import type { Account } from '@/data/accounts/account'
import type { UserId } from '@/domain/ids'
import { roleVocabulary } from '@/domain/permissions/role-vocabulary'
import { actionsColumn, momentColumn } from '@/ui/common-columns'
import type { DataColumn } from '@/ui/data-column'
import { ToneTag } from '@/ui/StatusTag'
import { TextButton } from '@/ui/TextButton'
import styles from './accounts.module.css'

interface AccountActions {
  /** Who is looking: nobody shuts themselves out. */
  readonly ownUserId: UserId
  readonly onReset: (account: Account) => void
  readonly onSwitch: (account: Account) => void
}

/** The columns of the account list. */
export function accountColumns(actions: AccountActions): DataColumn<Account>[] {
  return [
    {
      key: 'name',
      title: '姓名',
      width: 240,
      text: ({ displayName, email }) => `${displayName} ${email}`,
      render: (account) => <NameCell account={account} />,
    },
    { key: 'unit', title: '单位', width: 200, text: (account) => account.unitName ?? '—' },
    { key: 'role', title: '角色', width: 120, text: (account) => roleVocabulary.label(account.role) },
    {
      key: 'state',
      title: '状态',
      width: 104,
      text: stateInWords,
      render: (account) => <StateCell account={account} />,
    },
    momentColumn({ key: 'last-sign-in', title: '最近登录', width: 120 }, ({ lastSignInAt }) => lastSignInAt, {
      never: '从未登录',
    }),
    actionsColumn(180, (account) => <ActionCell account={account} actions={actions} />),
  ]
}

function NameCell({ account }: { readonly account: Account }) {
  return (
    <span className={styles.stacked}>
      <span>{account.displayName}</span>
      <span className="faint">{account.email}</span>
    </span>
  )
}

function stateInWords({ disabledAt }: Account): string {
  return disabledAt === null ? '使用中' : '已停用'
}

function StateCell({ account }: { readonly account: Account }) {
  const words = stateInWords(account)
  return account.disabledAt === null ? words : <ToneTag tone="neutral">{words}</ToneTag>
}

function ActionCell({ account, actions }: { readonly account: Account; readonly actions: AccountActions }) {
  const isDisabled = account.disabledAt !== null
  return (
    <span className="line">
      {isDisabled ? null : <TextButton onClick={() => actions.onReset(account)}>重置密码</TextButton>}
      {account.userId === actions.ownUserId ? null : (
        <TextButton onClick={() => actions.onSwitch(account)}>{isDisabled ? '恢复' : '停用'}</TextButton>
      )}
    </span>
  )
}
