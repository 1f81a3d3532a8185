import { unitAccountsOptions } from '@/data/accounts/unit-accounts'
import { unitOverviewOptions } from '@/data/overview/queries'
import { unitContactsOptions } from '@/data/units/contacts'
import type { UnitDirectory } from '@/data/units/queries'
import type { UnitId } from '@/domain/ids'
import { DataTable } from '@/ui/DataTable'
import { EmptyState } from '@/ui/EmptyState'
import { countSet, FilterBar } from '@/ui/FilterBar'
import { SearchField } from '@/ui/SearchField'
import { useTableState } from '@/ui/table-state'
import { useSearchState } from '@/ui/use-search-state'
import { useQuery } from '@tanstack/react-query'
import { Checkbox } from 'antd'
import { keepsUnit } from './keeps-unit'
import { unitColumns, type UnitRow } from './unit-columns'

const defaults = { words: '', retired: false, accountless: false, page: 1 } as const

interface UnitTableProps {
  readonly directory: UnitDirectory
  /** For those who may change units. */
  readonly onEdit: ((unitId: UnitId) => void) | undefined
}

/** Every unit with the names it goes by, its groups and the signals of its tasks. */
export function UnitTable({ directory, onEdit }: UnitTableProps) {
  const [search, update] = useSearchState(defaults)
  const state = useTableState({ pageSize: 50 })
  const rows = useUnitRows(directory).filter((unit) => keepsUnit(unit, search))
  return (
    <>
      <FilterBar
        label="筛选单位"
        isInSheet
        search={<SearchField label="名称、别名或组" value={search.words} onSearch={(words) => update({ words })} />}
        setCount={countSet([search.retired, search.accountless])}
      >
        <Checkbox checked={search.retired} onChange={(event) => update({ retired: event.target.checked })}>
          含已停用的
        </Checkbox>
        <Checkbox checked={search.accountless} onChange={(event) => update({ accountless: event.target.checked })}>
          没有账号的
        </Checkbox>
      </FilterBar>
      <DataTable
        label="单位"
        rows={rows}
        rowKey={(unit) => unit.id}
        columns={unitColumns(onEdit)}
        state={state}
        empty={
          <EmptyState
            title={directory.units.length === 0 ? '还没有单位' : '没有符合条件的单位'}
            hint={directory.units.length === 0 ? '新增单位，或粘贴名单一次导入' : ''}
          />
        }
      />
    </>
  )
}

function useUnitRows(directory: UnitDirectory): UnitRow[] {
  const { data } = useQuery(unitOverviewOptions({ asOf: null, planId: '' }))
  const { data: accounts } = useQuery(unitAccountsOptions())
  const { data: contacts = [] } = useQuery(unitContactsOptions())
  const overviews = new Map(data?.map((overview) => [overview.unitId, overview]))
  const invited = new Set(accounts?.open.map(({ unitId }) => unitId))
  return directory.units.map((unit) => ({
    ...unit,
    accounts: accounts === undefined ? undefined : (accounts.counts[unit.id] ?? 0),
    isInvited: invited.has(unit.id),
    contacts: contacts.filter(({ unitId }) => unitId === unit.id),
    groups: directory.groups.filter((group) => group.memberIds.includes(unit.id)).map((group) => group.name),
    overview: data === undefined ? undefined : (overviews.get(unit.id) ?? null),
  }))
}
