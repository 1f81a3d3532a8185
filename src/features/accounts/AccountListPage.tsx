import { PageHeader } from '@/ui/PageHeader'
import { Paper } from '@/ui/Paper'
import { useSearchState } from '@/ui/use-search-state'
import { Button, Tabs } from 'antd'
import { useState } from 'react'
import styles from './accounts.module.css'
import { AccountTable } from './AccountTable'
import { InvitationTable } from './InvitationTable'
import { InviteDialog } from './InviteDialog'

const DEFAULTS = { tab: 'accounts' } as const

/** Who can sign in, who has been invited, and the way to invite more. */
export function AccountListPage() {
  const [search, setSearch] = useSearchState(DEFAULTS)
  const [isInviting, setIsInviting] = useState(false)
  return (
    <>
      <PageHeader
        title="谁可以登录"
        description="没有邀请不能注册。邀请链接只能用一次，会过期，可以撤销。"
        action={
          <Button type="primary" onClick={() => setIsInviting(true)}>
            邀请
          </Button>
        }
      />
      <Paper isFlush>
        <Tabs
          className={styles.tabs ?? ''}
          activeKey={search.tab}
          onChange={(tab) => setSearch({ tab })}
          items={[
            { key: 'accounts', label: '账号', children: <AccountTable /> },
            { key: 'invitations', label: '邀请', children: <InvitationTable /> },
          ]}
        />
      </Paper>
      <InviteDialog
        isOpen={isInviting}
        onClose={() => setIsInviting(false)}
        onShowInvitations={() => setSearch({ tab: 'invitations' })}
      />
    </>
  )
}
