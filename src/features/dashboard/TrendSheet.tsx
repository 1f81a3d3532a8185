import type { PlanScope, TrendPoint } from '@/data/overview/overview'
import { progressTrendOptions } from '@/data/overview/queries'
import { paths, withSearch } from '@/domain/addresses/paths'
import { DateText } from '@/ui/DateText'
import { percentInWords } from '@/domain/reporting/percent'
import { EmptyState } from '@/ui/EmptyState'
import { Paper } from '@/ui/Paper'
import { QueryState } from '@/ui/QueryState'
import { lazyPart } from '@/ui/lazy-part'
import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { Link, useNavigate } from 'react-router'
import styles from './TrendSheet.module.css'

// Drawing weighs more than the rest of the page; it is fetched while the figures are.
const TrendChart = lazyPart(() => import('./TrendChart').then((module) => module.TrendChart))

/** How one plan came along beside time: its progress at month ends, each as it was known on that day. */
export function TrendSheet({ scope }: { readonly scope: PlanScope }) {
  const query = useQuery(progressTrendOptions(scope.planId, scope.asOf))
  return (
    <Paper title="进度走势" aside="各月末及当日已知的情况">
      <QueryState
        query={query}
        skeleton={<Waiting />}
        isEmpty={(points) => points.length < 2}
        empty={<EmptyState title="还看不出走势" hint="计划下达后满一个月末，这里显示进度走势" />}
      >
        {(points) => <Trend points={points} scope={scope} />}
      </QueryState>
    </Paper>
  )
}

function Waiting() {
  return <div className={styles.chart} aria-busy="true" />
}

interface TrendProps {
  readonly points: readonly TrendPoint[]
  readonly scope: PlanScope
}

function Trend({ points, scope }: TrendProps) {
  const navigate = useNavigate()
  const hrefOf = (point: TrendPoint) => dayBehind(point, points, scope)
  return (
    <>
      <div className={styles.chart}>
        <Suspense fallback={<Waiting />}>
          <TrendChart points={points} onOpen={(point) => void navigate(hrefOf(point))} />
        </Suspense>
      </div>
      <details className={styles.figures}>
        <summary>各月末的数字</summary>
        <TrendTable points={points} hrefOf={hrefOf} />
      </details>
    </>
  )
}

/** The dashboard as it stood on the day of a point, for the same plan. */
function dayBehind(point: TrendPoint, points: readonly TrendPoint[], { asOf, planId }: PlanScope): string {
  // The last point is the day the page speaks of; today stays today tomorrow.
  const day = point === points.at(-1) ? asOf : point.asOf
  return withSearch(paths.dashboard.to(), { asOf: day, plan: planId })
}

interface TrendTableProps {
  readonly points: readonly TrendPoint[]
  readonly hrefOf: (point: TrendPoint) => string
}

/** The same figures for those who read rather than look; each day leads to its dashboard. */
function TrendTable({ points, hrefOf }: TrendTableProps) {
  return (
    <table className={styles.table} aria-label="进度走势的数字">
      <thead>
        <tr>
          <th scope="col">截至</th>
          <th scope="col">进度</th>
          <th scope="col">序时进度</th>
          <th scope="col">逾期</th>
          <th scope="col">办结</th>
        </tr>
      </thead>
      <tbody>
        {points.map((point) => (
          <tr key={point.asOf}>
            <th scope="row">
              <Link to={hrefOf(point)}>
                <DateText date={point.asOf} />
              </Link>
            </th>
            <td>{percentInWords(point.percent)}</td>
            <td>{percentInWords(point.scheduledPercent)}</td>
            <td>{point.red} 项</td>
            <td>{point.complete} 项</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
