import type { OverviewScope, UnitOverview } from '@/data/overview/queries'
import { unitOverviewOptions } from '@/data/overview/queries'
import { paths, withSearch } from '@/domain/addresses/paths'
import { unitKindVocabulary } from '@/domain/units/unit-kind-vocabulary'
import { compareWords } from '@/ui/arrange-rows'
import type { DataColumn } from '@/ui/data-column'
import { DataTable } from '@/ui/DataTable'
import { EmptyState } from '@/ui/EmptyState'
import { Paper } from '@/ui/Paper'
import { QueryState } from '@/ui/QueryState'
import { useTableState } from '@/ui/table-state'
import { AgeText } from '@/ui/work/AgeText'
import { PercentBar } from '@/ui/work/PercentBar'
import { SignalBar } from '@/ui/work/SignalBar'
import { SignalCounts } from '@/ui/work/SignalCounts'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { tasksBehind } from './scope'

const worstFirst = { key: 'signals', isDescending: true } as const

/** Units with the tasks they are accountable for, the worst first. */
export function UnitSheet({ scope }: { readonly scope: OverviewScope }) {
  const query = useQuery(unitOverviewOptions(scope))
  // All units of a county on one sheet, so that paper leaves none out.
  const state = useTableState({ name: 'units', pageSize: 100, sort: worstFirst })
  return (
    <Paper title="按单位" aside="有牵头的任务算牵头单位的，没有的算责任单位的；参与的另计" isFlush>
      <QueryState
        query={query}
        isEmpty={(units) => units.length === 0}
        empty={<EmptyState title="还没有单位承担任务" />}
      >
        {(units) => (
          <DataTable
            label="各单位的任务"
            rows={units}
            rowKey={(unit) => unit.unitId}
            columns={columnsFor(scope, Math.max(...units.map((unit) => unit.counts.tasks)))}
            state={state}
          />
        )}
      </QueryState>
    </Paper>
  )
}

function columnsFor(scope: OverviewScope, max: number): DataColumn<UnitOverview>[] {
  const accountable = (unit: UnitOverview, signal?: string) =>
    tasksBehind(scope, { unit: unit.unitId, role: 'accountable', ...(signal === undefined ? {} : { signal }) })
  return [
    {
      key: 'name',
      title: '单位',
      width: 200,
      render: (unit) => (
        <Link to={withSearch(paths.unit.to(unit.unitId), { plan: scope.planId, asOf: scope.asOf })}>{unit.name}</Link>
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
      onPhone: 'hidden',
    },
    {
      key: 'tasks',
      title: '负责',
      width: 80,
      onPhone: 'hidden',
      isNumber: true,
      render: (unit) => (
        <CountLink count={unit.counts.tasks} href={accountable(unit)} label={`${unit.name}负责的任务`} />
      ),
      compare: (a, b) => a.counts.tasks - b.counts.tasks,
    },
    {
      key: 'bar',
      title: '分布',
      width: 110,
      render: (unit) => <SignalBar counts={unit.counts} max={max} />,
      onPhone: 'hidden',
    },
    {
      key: 'signals',
      title: '红黄绿灯',
      width: 240,
      render: (unit) =>
        unit.counts.tasks === 0 ? (
          ''
        ) : (
          <SignalCounts counts={unit.counts} hrefOf={(signal) => accountable(unit, signal)} />
        ),
      compare: compareByGravity,
    },
    {
      key: 'percent',
      title: '进度',
      width: 150,
      render: (unit) =>
        unit.counts.tasks === 0 ? '' : <PercentBar percent={unit.percent} label={`${unit.name}的进度`} />,
      compare: (a, b) => a.percent - b.percent,
    },
    {
      key: 'fact',
      title: '最久未更新',
      width: 130,
      onPhone: 'hidden',
      render: (unit) => (unit.oldestFactOn === null ? '' : <AgeText updatedOn={unit.oldestFactOn} />),
      compare: (a, b) => compareWords(b.oldestFactOn ?? '9999', a.oldestFactOn ?? '9999'),
    },
    {
      key: 'supporting',
      title: '参与',
      width: 80,
      onPhone: 'hidden',
      isNumber: true,
      render: (unit) => (
        <CountLink
          count={unit.supporting}
          href={tasksBehind(scope, { unit: unit.unitId, role: 'supporting' })}
          label={`${unit.name}参与的任务`}
        />
      ),
      compare: (a, b) => a.supporting - b.supporting,
    },
  ]
}

/** More overdue is worse; then more warnings; then less progress. Units without tasks of their own stand last. */
export function compareByGravity(a: UnitOverview, b: UnitOverview): number {
  if (a.counts.tasks === 0 || b.counts.tasks === 0) return a.counts.tasks - b.counts.tasks
  return a.counts.red - b.counts.red || a.counts.yellow - b.counts.yellow || b.percent - a.percent
}

function CountLink({ count, href, label }: { readonly count: number; readonly href: string; readonly label: string }) {
  if (count === 0) return <span>0</span>
  return (
    <Link to={href} aria-label={`${label} ${count} 项`}>
      {count}
    </Link>
  )
}
