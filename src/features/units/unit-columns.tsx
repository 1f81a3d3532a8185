import type { UnitOverview } from '@/data/overview/queries'
import type { Unit } from '@/data/units/queries'
import { paths, taskListPath } from '@/domain/addresses/paths'
import { countsInWords } from '@/domain/signal/signal-words'
import { unitKindVocabulary } from '@/domain/units/unit-kind-vocabulary'
import { compareWords } from '@/ui/arrange-rows'
import type { DataColumn } from '@/ui/data-column'
import { ToneTag } from '@/ui/StatusTag'
import { SignalCounts } from '@/ui/work/SignalCounts'
import { Button } from 'antd'
import { Link } from 'react-router'

/** A unit with the groups it belongs to and the signals of its tasks. */
export interface UnitRow extends Unit {
  readonly groups: readonly string[]
  /** Undefined while signals are being read, null for a unit without tasks. */
  readonly overview: UnitOverview | null | undefined
}

/** The columns of the list of units; the last one for those who may change them. */
export function unitColumns(onEdit: ((unitId: string) => void) | undefined): DataColumn<UnitRow>[] {
  return [
    {
      key: 'name',
      title: '单位',
      width: 220,
      text: ({ name, retiredOn }) => (retiredOn === null ? name : `${name}（${retiredOn} 停用）`),
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
      text: (unit) => unitKindVocabulary.label(unit.kind),
      filterChoices: unitKindVocabulary.entries,
    },
    {
      key: 'aliases',
      title: '别名',
      width: 200,
      isLongText: true,
      text: (unit) => unit.aliases.map(({ alias }) => alias).join('、'),
    },
    { key: 'groups', title: '所在组', width: 150, text: (unit) => unit.groups.join('、') },
    {
      key: 'tasks',
      title: '负责任务',
      width: 110,
      isNumber: true,
      text: ({ overview }) => (overview === undefined ? null : (overview?.counts.tasks ?? 0)),
      render: (unit) => <AccountableCount unit={unit} />,
      compare: (a, b) => (a.overview?.counts.tasks ?? 0) - (b.overview?.counts.tasks ?? 0),
    },
    {
      key: 'signals',
      title: '红黄绿灯',
      width: 250,
      text: ({ overview }) => (hasTasks(overview) ? countsInWords(overview.counts) : null),
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
            text: () => null,
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
  if (!hasTasks(unit.overview)) return null
  return (
    <SignalCounts
      counts={unit.overview.counts}
      hrefOf={(signal) => taskListPath({ unit: unit.id, role: 'accountable', signal })}
    />
  )
}

function hasTasks(overview: UnitRow['overview']): overview is UnitOverview {
  return overview !== undefined && overview !== null && overview.counts.tasks > 0
}
