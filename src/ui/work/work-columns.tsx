import { progressInWords, type Progress } from '@/domain/reporting/percent'
import type { SignalCountKey } from '@/domain/signal/signal-vocabulary'
import { countsInWords } from '@/domain/signal/signal-words'
import { taskName } from '@/domain/tasks/task-name'
import { unitKindVocabulary, type UnitKind } from '@/domain/units/unit-kind-vocabulary'
import { Link } from 'react-router'
import type { ColumnHead } from '../common-columns'
import type { DataColumn } from '../data-column'
import { PercentBar } from './PercentBar'
import { SignalBar } from './SignalBar'
import { SignalCounts } from './SignalCounts'
import styles from './work-columns.module.css'

/*
 * Columns that several tables have in common. Whatever a table leaves out, the order is one: what it is, whose, how it
 * stands, how far it is, when it is due, when it was last heard of.
 */

/** A task by its name, with where it belongs below: its plan, its chapter. */
export function taskColumn<Row>(
  nameOf: (row: Row) => Parameters<typeof taskName>[0],
  placesOf: (row: Row) => readonly string[],
): DataColumn<Row> {
  return {
    key: 'task',
    title: '任务',
    width: 260,
    onPhone: 'title',
    paperWidth: 640,
    text: (row) => taskName(nameOf(row)),
    render: (row) => (
      <>
        <span>{taskName(nameOf(row))}</span>
        <span className={`${styles.place} faint`}>
          {placesOf(row).map((place, index) => (
            <span key={place}>{index === 0 ? place : `· ${place}`}</span>
          ))}
        </span>
      </>
    ),
  }
}

/** What a unit is, to filter by. */
export const unitKindColumn = {
  key: 'kind',
  title: '类别',
  width: 110,
  text: ({ kind }: { readonly kind: UnitKind }) => unitKindVocabulary.label(kind),
  filterChoices: unitKindVocabulary.entries,
} as const

/** The other names that a unit or a group goes by. */
export const aliasesColumn = {
  key: 'aliases',
  title: '别名',
  width: 140,
  isLongText: true,
  text: ({ aliases }: { readonly aliases: readonly { readonly alias: string }[] }) =>
    aliases.map(({ alias }) => alias).join('、'),
} as const

/** How far something is, as a bar and in words. */
export function percentColumn<Row>(
  head: Pick<ColumnHead, 'title' | 'width'>,
  nameOf: (row: Row) => string,
  progressOf: (row: Row) => Progress | null,
): DataColumn<Row> {
  return {
    key: 'percent',
    ...head,
    text: (row) => {
      const progress = progressOf(row)
      return progress === null ? null : progressInWords(progress)
    },
    render: (row) => {
      const progress = progressOf(row)
      return progress === null ? null : <PercentBar progress={progress} label={`${nameOf(row)}的进度`} />
    },
  }
}

/** How the tasks of a unit, a plan or a chapter stand. */
interface Standing extends Progress {
  readonly counts: Readonly<Record<SignalCountKey | 'tasks', number>>
}

interface StandingColumns<Row> {
  readonly nameOf: (row: Row) => string
  /** Null for a row without tasks, undefined while it is being read. */
  readonly standingOf: (row: Row) => Standing | null | undefined
  /** The list behind a number. */
  readonly hrefOf: (row: Row, signal?: SignalCountKey) => string
  /** A unit's own tasks, as others are those of a plan or a chapter. */
  readonly isAccountable?: boolean
  /** The largest count, which fills a whole bar; without it there are no bars. */
  readonly max?: number
  /** Left out where progress is not shown. */
  readonly percent?: Pick<ColumnHead, 'title' | 'width'>
}

/** How many tasks, how they stand and how far they are: the figures of an overview, always in this order. */
export function standingColumns<Row>(options: StandingColumns<Row>): DataColumn<Row>[] {
  const { nameOf, standingOf, hrefOf, isAccountable = false, max, percent } = options
  const withTasks = (row: Row) => {
    const standing = standingOf(row)
    return standing === null || standing === undefined || standing.counts.tasks === 0 ? null : standing
  }
  const compare = (a: Row, b: Row) => compareByGravity(withTasks(a), withTasks(b))
  return [
    countColumn({
      head: { key: 'tasks', title: isAccountable ? '负责任务' : '任务' },
      countOf: (row) => (standingOf(row) === undefined ? null : (standingOf(row)?.counts.tasks ?? 0)),
      hrefOf,
      labelOf: (row) => `${nameOf(row)}${isAccountable ? '负责' : ''}的任务`,
    }),
    ...(max === undefined ? [] : [barColumn(standingOf, max)]),
    {
      key: 'signals',
      title: '红黄绿灯',
      width: 236,
      text: (row) => {
        const standing = withTasks(row)
        return standing === null ? null : countsInWords(standing.counts)
      },
      render: (row) => {
        const standing = withTasks(row)
        if (standing === null) return null
        return <SignalCounts counts={standing.counts} hrefOf={(signal) => hrefOf(row, signal)} />
      },
      compare,
    },
    ...(percent === undefined
      ? []
      : [
          {
            ...percentColumn(percent, nameOf, withTasks),
            compare: (a: Row, b: Row) => (standingOf(a)?.percent ?? -1) - (standingOf(b)?.percent ?? -1),
          },
        ]),
  ]
}

function barColumn<Row>(standingOf: StandingColumns<Row>['standingOf'], max: number): DataColumn<Row> {
  return {
    key: 'bar',
    title: '分布',
    width: 110,
    // The figures stand in the next column.
    text: () => null,
    render: (row) => {
      const standing = standingOf(row)
      return standing === null || standing === undefined ? null : <SignalBar counts={standing.counts} max={max} />
    },
    onPhone: 'hidden',
  }
}

interface CountColumn<Row> {
  readonly head: Pick<ColumnHead, 'key' | 'title'>
  /** Null while it is being read. */
  readonly countOf: (row: Row) => number | null
  readonly hrefOf: (row: Row) => string
  /** What is counted, for those who cannot see the row. */
  readonly labelOf: (row: Row) => string
}

/** A number of tasks, with the list behind it. */
export function countColumn<Row>({ head, countOf, hrefOf, labelOf }: CountColumn<Row>): DataColumn<Row> {
  return {
    ...head,
    width: 50 + 15 * head.title.length,
    isNumber: true,
    text: countOf,
    render: (row) => {
      const count = countOf(row)
      if (count === null || count === 0) return count
      return (
        <Link to={hrefOf(row)} aria-label={`${labelOf(row)} ${count} 项`}>
          {count}
        </Link>
      )
    },
    compare: (a, b) => (countOf(a) ?? 0) - (countOf(b) ?? 0),
  }
}

/** More overdue is worse; then more warnings; then less progress. What has no tasks stands last. */
function compareByGravity(a: Standing | null, b: Standing | null): number {
  if (a === null || b === null) return Number(b === null) - Number(a === null)
  return a.counts.red - b.counts.red || a.counts.yellow - b.counts.yellow || (b.percent ?? 0) - (a.percent ?? 0)
}
