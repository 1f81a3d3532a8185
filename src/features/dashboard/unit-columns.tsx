import type { OverviewScope, UnitOverview } from '@/data/overview/queries'
import { paths, withSearch } from '@/domain/addresses/paths'
import { countsInWords } from '@/domain/signal/signal-words'
import { unitKindVocabulary } from '@/domain/units/unit-kind-vocabulary'
import { compareWords } from '@/ui/arrange-rows'
import type { DataColumn } from '@/ui/data-column'
import { AgeText } from '@/ui/work/AgeText'
import { PercentBar } from '@/ui/work/PercentBar'
import { SignalBar } from '@/ui/work/SignalBar'
import { SignalCounts } from '@/ui/work/SignalCounts'
import { Link } from 'react-router'
import { tasksBehind } from './scope'

/** The columns of units beside each other; `max` is the largest count, which fills a whole bar. */
export function unitColumns(scope: OverviewScope, max: number): DataColumn<UnitOverview>[] {
  const accountable = (unit: UnitOverview, signal?: string) =>
    tasksBehind(scope, { unit: unit.unitId, role: 'accountable', ...(signal === undefined ? {} : { signal }) })
  return [
    {
      key: 'name',
      title: '单位',
      width: 200,
      text: ({ name }) => name,
      render: (unit) => (
        <Link to={withSearch(paths.unit.to(unit.unitId), { plan: scope.planId, asOf: scope.asOf })}>{unit.name}</Link>
      ),
      compare: 'text',
      onPhone: 'title',
    },
    {
      key: 'kind',
      title: '类别',
      width: 130,
      text: (unit) => unitKindVocabulary.label(unit.kind),
      filterChoices: unitKindVocabulary.entries,
      onPhone: 'hidden',
    },
    {
      key: 'tasks',
      title: '负责',
      width: 80,
      onPhone: 'hidden',
      isNumber: true,
      text: ({ counts }) => counts.tasks,
      render: (unit) => (
        <CountLink count={unit.counts.tasks} href={accountable(unit)} label={`${unit.name}负责的任务`} />
      ),
      compare: 'text',
    },
    {
      key: 'bar',
      title: '分布',
      width: 110,
      // The figures stand in the next column.
      text: () => null,
      render: (unit) => <SignalBar counts={unit.counts} max={max} />,
      onPhone: 'hidden',
    },
    {
      key: 'signals',
      title: '红黄绿灯',
      width: 240,
      text: ({ counts }) => (counts.tasks === 0 ? null : countsInWords(counts)),
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
      text: ({ counts, percent }) => (counts.tasks === 0 ? null : `${Math.round(percent)}%`),
      render: (unit) =>
        unit.counts.tasks === 0 ? '' : <PercentBar percent={unit.percent} label={`${unit.name}的进度`} />,
      compare: (a, b) => a.percent - b.percent,
    },
    {
      key: 'fact',
      title: '最久未更新',
      width: 130,
      onPhone: 'hidden',
      text: ({ oldestFactOn }) => oldestFactOn,
      render: (unit) => (unit.oldestFactOn === null ? '' : <AgeText updatedOn={unit.oldestFactOn} />),
      compare: (a, b) => compareWords(b.oldestFactOn ?? '9999', a.oldestFactOn ?? '9999'),
    },
    {
      key: 'supporting',
      title: '参与',
      width: 80,
      onPhone: 'hidden',
      isNumber: true,
      text: ({ supporting }) => supporting,
      render: (unit) => (
        <CountLink
          count={unit.supporting}
          href={tasksBehind(scope, { unit: unit.unitId, role: 'supporting' })}
          label={`${unit.name}参与的任务`}
        />
      ),
      compare: 'text',
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
