import type { UnitOverview } from '@/data/overview/queries'
import { unitOverviewOptions } from '@/data/overview/queries'
import type { Unit, UnitDirectory } from '@/data/units/queries'
import { paths, taskListPath } from '@/domain/addresses/paths'
import { LONGEST_SEARCH } from '@/domain/tasks/search-text'
import { unitKindVocabulary } from '@/domain/units/unit-kind-vocabulary'
import { compareWords } from '@/ui/arrange-rows'
import type { DataColumn } from '@/ui/data-column'
import { DataTable } from '@/ui/DataTable'
import { EmptyState } from '@/ui/EmptyState'
import { SearchField } from '@/ui/SearchField'
import { ToneTag } from '@/ui/StatusTag'
import { useTableState } from '@/ui/table-state'
import { useSearchState } from '@/ui/use-search-state'
import { SignalCounts } from '@/ui/work/SignalCounts'
import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { Link } from 'react-router'
import { keepsUnit } from './keeps-unit'
import styles from './UnitListPage.module.css'

const defaults = { words: '', retired: false, page: 1 } as const

interface UnitTableProps {
  readonly directory: UnitDirectory
  /** For those who may change units. */
  readonly onEdit?: (unitId: string) => void
}

/** A unit with the groups it belongs to and the signals of its tasks. */
interface UnitRow extends Unit {
  readonly groups: readonly string[]
  /** Undefined while signals are being read, null for a unit without tasks. */
  readonly overview: UnitOverview | null | undefined
}

/** Every unit with the names it goes by, its groups and the signals of its tasks. */
export function UnitTable({ directory, onEdit }: UnitTableProps) {
  const [search, update] = useSearchState(defaults)
  const state = useTableState({ pageSize: 50 })
  const rows = useUnitRows(directory).filter((unit) => keepsUnit(unit, search.words, search.retired))
  return (
    <>
      <div className={styles.filters} role="search">
        <SearchField
          maxLength={LONGEST_SEARCH}
          label="名称、别名或组"
          value={search.words}
          onSearch={(words) => update({ words })}
        />
        <Checkbox checked={search.retired} onChange={(event) => update({ retired: event.target.checked })}>
          含已停用的
        </Checkbox>
      </div>
      <DataTable
        label="单位"
        rows={rows}
        rowKey={(unit) => unit.id}
        columns={columnsFor(onEdit)}
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
  const overviews = new Map(data?.map((overview) => [overview.unitId, overview]))
  return directory.units.map((unit) => ({
    ...unit,
    groups: directory.groups.filter((group) => group.memberIds.includes(unit.id)).map((group) => group.name),
    overview: data === undefined ? undefined : (overviews.get(unit.id) ?? null),
  }))
}

function columnsFor(onEdit: UnitTableProps['onEdit']): DataColumn<UnitRow>[] {
  return [
    {
      key: 'name',
      title: '单位',
      width: 220,
      render: (unit) => (
        <>
          <Link to={paths.unit.to(unit.id)}>{unit.name}</Link>{' '}
          {unit.retiredOn === null ? null : <ToneTag tone="neutral">{unit.retiredOn} 停用</ToneTag>}
        </>
      ),
      compare: (a, b) => compareWords(a.name, b.name),
      onPhone: 'title',
    },
    {
      key: 'kind',
      title: '类别',
      width: 130,
      render: (unit) => unitKindVocabulary.label(unit.kind),
      filterChoices: unitKindVocabulary.entries,
      matches: (unit, kind) => unit.kind === kind,
    },
    {
      key: 'aliases',
      title: '别名',
      width: 200,
      isLongText: true,
      render: (unit) => unit.aliases.map(({ alias }) => alias).join('、'),
    },
    { key: 'groups', title: '所在组', width: 150, render: (unit) => unit.groups.join('、') },
    {
      key: 'tasks',
      title: '负责任务',
      width: 110,
      isNumber: true,
      render: (unit) => <AccountableCount unit={unit} />,
      compare: (a, b) => (a.overview?.counts.tasks ?? 0) - (b.overview?.counts.tasks ?? 0),
    },
    {
      key: 'signals',
      title: '红黄绿灯',
      width: 250,
      render: (unit) => <Signals unit={unit} />,
      compare: (a, b) => (a.overview?.counts.red ?? 0) - (b.overview?.counts.red ?? 0),
    },
    ...(onEdit === undefined
      ? []
      : [
          {
            key: 'edit',
            title: '操作',
            width: 90,
            render: (unit: UnitRow) => (
              <Button size="small" onClick={() => onEdit(unit.id)} aria-label={`编辑${unit.name}`}>
                编辑
              </Button>
            ),
          },
        ]),
  ]
}

function AccountableCount({ unit }: { readonly unit: UnitRow }) {
  const count = unit.overview?.counts.tasks ?? 0
  if (unit.overview === undefined) return null
  if (count === 0) return <>0</>
  return (
    <Link to={taskListPath({ unit: unit.id, role: 'accountable' })} aria-label={`${unit.name}负责的任务 ${count} 项`}>
      {count}
    </Link>
  )
}

function Signals({ unit }: { readonly unit: UnitRow }) {
  if (unit.overview === undefined || unit.overview === null || unit.overview.counts.tasks === 0) return null
  return (
    <SignalCounts
      counts={unit.overview.counts}
      hrefOf={(signal) => taskListPath({ unit: unit.id, role: 'accountable', signal })}
    />
  )
}
