import { ACCOUNTS_PER_PAGE, type Account } from '@/data/accounts/account'
import { accountListOptions } from '@/data/accounts/queries'
import { useCurrentAccount } from '@/data/accounts/use-current-account'
import { roleVocabulary } from '@/domain/permissions/role-vocabulary'
import { Choice } from '@/ui/choice/Choice'
import { DataTable } from '@/ui/DataTable'
import { EmptyState } from '@/ui/EmptyState'
import { countSet, FilterBar } from '@/ui/FilterBar'
import { QueryState } from '@/ui/QueryState'
import { SearchField } from '@/ui/SearchField'
import { openedPart } from '@/ui/lazy-part'
import { useTableState } from '@/ui/table-state'
import { useSearchState } from '@/ui/use-search-state'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { accountColumns } from './account-columns'
import { accountSearchDefaults, toAccountFilter } from './account-filter'

const DisableDialog = openedPart(() => import('./DisableDialog').then((module) => module.DisableDialog))
const ResetLinkDialog = openedPart(() => import('./ResetLinkDialog').then((module) => module.ResetLinkDialog))

/** Every account, found by name, address or unit. */
export function AccountTable() {
  const { userId: ownUserId } = useCurrentAccount()
  const [search, setSearch] = useSearchState(accountSearchDefaults)
  const state = useTableState({ pageSize: ACCOUNTS_PER_PAGE })
  const filter = toAccountFilter(search)
  const query = useQuery(accountListOptions(filter))
  const [resetting, setResetting] = useState<Account | null>(null)
  const [switching, setSwitching] = useState<Account | null>(null)
  const columns = accountColumns({ ownUserId, onReset: setResetting, onSwitch: setSwitching })
  return (
    <>
      <FilterBar
        label="筛选账号"
        isInSheet
        search={
          <SearchField label="姓名、邮箱或单位" value={filter.words} onSearch={(words) => setSearch({ words })} />
        }
        setCount={countSet([filter.role])}
      >
        <Choice
          label="角色"
          all="全部角色"
          value={filter.role}
          choices={roleVocabulary.entries}
          onChange={(next) => setSearch({ role: next })}
        />
      </FilterBar>
      <QueryState query={query}>
        {({ accounts, total }) => (
          <DataTable
            label="账号"
            rows={accounts}
            rowKey={(account) => account.userId}
            columns={columns}
            state={state}
            total={total}
            empty={<EmptyState title="没有符合条件的账号" />}
          />
        )}
      </QueryState>
      <ResetLinkDialog isOpen={resetting !== null} account={resetting} onClose={() => setResetting(null)} />
      <DisableDialog isOpen={switching !== null} account={switching} onClose={() => setSwitching(null)} />
    </>
  )
}
