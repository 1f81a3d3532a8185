import { PageHeader } from '@/ui/PageHeader'
import { Paper } from '@/ui/Paper'
import { Skeleton } from '@/ui/Skeleton'
import { lazyPart, openedPart } from '@/ui/lazy-part'
import { useSearchState } from '@/ui/use-search-state'
import { Tabs } from '@/ui/tabs/Tabs'
import { Button } from 'antd'
import { Suspense } from 'react'
import { AccountTable } from './AccountTable'
import { InviteAllButton } from './InviteAllButton'

// Behind its tab, with the questions and dialogs that it brings.
const InvitationTable = lazyPart(() => import('./InvitationTable').then((module) => module.InvitationTable))
const InviteDialog = openedPart(() => import('./InviteDialog').then((module) => module.InviteDialog))

/** `inviting`: whom the dialog starts with; `uninvited` is every unit that nobody can sign in for. */
const DEFAULTS = { tab: 'accounts', inviting: '' } as const

/** Who can sign in, who has been invited, and the way to invite more. */
export function AccountListPage() {
  const [search, setSearch] = useSearchState(DEFAULTS)
  return (
    <>
      <PageHeader
        title="谁可以登录"
        description="没有邀请不能注册。邀请链接只能用一次，会过期，可以撤销。"
        action={
          <Button type="primary" onClick={() => setSearch({ inviting: 'new' })}>
            邀请
          </Button>
        }
        secondary={<InviteAllButton onInvite={() => setSearch({ inviting: 'uninvited' })} />}
      />
      <Paper isFlush>
        <Tabs
          isFlush
          active={search.tab === 'invitations' ? 'invitations' : 'accounts'}
          onChange={(tab) => setSearch({ tab })}
          tabs={[
            { key: 'accounts', label: '账号', panel: <AccountTable /> },
            { key: 'invitations', label: '邀请', panel: <Invitations /> },
          ]}
        />
      </Paper>
      <InviteDialog
        isOpen={search.inviting !== ''}
        isForAllUnits={search.inviting === 'uninvited'}
        onClose={() => setSearch({ inviting: '' })}
        onShowInvitations={() => setSearch({ tab: 'invitations' })}
      />
    </>
  )
}

function Invitations() {
  return (
    <Suspense fallback={<Skeleton />}>
      <InvitationTable />
    </Suspense>
  )
}
