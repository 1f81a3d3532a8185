import type { OverviewScope, UnitOverview } from '@/data/overview/overview'
import { paths, withSearch } from '@/domain/addresses/paths'
import { compareWords } from '@/ui/arrange-rows'
import type { DataColumn } from '@/ui/data-column'
import { SilenceText } from '@/ui/work/SilenceText'
import { countColumn, standingColumns, unitKindColumn } from '@/ui/work/work-columns'
import { Link } from 'react-router'
import { tasksBehind } from './scope'

/** The columns of units beside each other; `max` is the largest count, which fills a whole bar. */
export function unitColumns(scope: OverviewScope, max: number): DataColumn<UnitOverview>[] {
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
    { ...unitKindColumn, onPhone: 'hidden', onTight: 'hidden' },
    ...standingColumns<UnitOverview>({
      nameOf: ({ name }) => name,
      standingOf: (unit) => unit,
      hrefOf: ({ unitId }, signal) => tasksBehind(scope, { unit: unitId, role: 'accountable', signal }),
      isAccountable: true,
      max,
      percent: { title: '进度', width: 150 },
    }),
    {
      key: 'fact',
      title: '最久未更新',
      width: 148,
      onPhone: 'hidden',
      text: ({ silentSince }) => silentSince,
      render: ({ unitId, silentSince }) =>
        silentSince === null ? (
          ''
        ) : (
          <Link to={tasksBehind(scope, { unit: unitId, role: 'accountable', signal: 'open', sort: 'silence' })}>
            <SilenceText since={silentSince} />
          </Link>
        ),
      compare: (a, b) => compareWords(b.silentSince ?? '9999', a.silentSince ?? '9999'),
    },
    {
      ...countColumn<UnitOverview>({
        head: { key: 'supporting', title: '配合' },
        countOf: ({ supporting }) => supporting,
        hrefOf: ({ unitId }) => tasksBehind(scope, { unit: unitId, role: 'supporting' }),
        labelOf: ({ name }) => `${name}配合的任务`,
      }),
      onPhone: 'hidden',
      onTight: 'hidden',
    },
  ]
}
