import { PageHeader } from '@/ui/PageHeader'
import { Paper } from '@/ui/Paper'
import { openedPart } from '@/ui/lazy-part'
import { useSearchState } from '@/ui/use-search-state'
import { Tabs } from '@/ui/tabs/Tabs'
import { Button } from 'antd'
import { AccountTable } from './AccountTable'
import { InvitationTable } from './InvitationTable'
import { InviteAllButton } from './InviteAllButton'

const InviteDialog = openedPart(() => import('./InviteDialog').then((module) => module.InviteDialog))

/** `inviting`: whom the dialog starts with; `uninvited` is every unit that nobody can sign in for. */
const DEFAULTS = { tab: 'accounts', inviting: '' } as const

interface AccountListPageProps {
  /** What else the reader has to do first, if anything. */
  readonly firstSteps?: React.ReactNode
}

/** Who can sign in, who has been invited, and the way to invite more. */
export function AccountListPage({ firstSteps }: AccountListPageProps) {
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
      {firstSteps}
      <Paper isFlush>
        <Tabs
          isFlush
          active={search.tab === 'invitations' ? 'invitations' : 'accounts'}
          onChange={(tab) => setSearch({ tab })}
          tabs={[
            { key: 'accounts', label: '账号', panel: <AccountTable /> },
            { key: 'invitations', label: '邀请', panel: <InvitationTable /> },
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
