import type { Matrix, MatrixMilestone, MatrixTask, PlanScope } from '@/data/overview/overview'
import { matrixOptions } from '@/data/overview/queries'
import { milestonePath, paths, withSearch } from '@/domain/addresses/paths'
import { milestoneDueInWords } from '@/domain/reporting/due-dates'
import { percentInWords, progressInWords } from '@/domain/reporting/percent'
import { signalAppearance } from '@/domain/signal/signal-vocabulary'
import { signalInWords } from '@/domain/signal/signal-words'
import { taskName } from '@/domain/tasks/task-name'
import { EmptyState } from '@/ui/EmptyState'
import { Paper } from '@/ui/Paper'
import { QueryState } from '@/ui/QueryState'
import { SignalMark } from '@/ui/work/SignalMark'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import styles from './MatrixSheet.module.css'
import { tasksBehind } from './scope'

interface MatrixSheetProps {
  readonly scope: PlanScope
  /** Names the plan when the page shows several. */
  readonly title?: string | undefined
}

/** Task × year of a plan over several years. */
export function MatrixSheet({ scope, title }: MatrixSheetProps) {
  const query = useQuery(matrixOptions(scope.planId, scope.asOf))
  return (
    <Paper title={title === undefined ? '各年度节点' : `各年度节点 · ${title}`} isFlush>
      <QueryState
        query={query}
        isEmpty={(matrix) => matrix.tasks.length === 0}
        empty={<EmptyState title="此计划没有任务" />}
      >
        {(matrix) => <MatrixTable matrix={matrix} scope={scope} />}
      </QueryState>
    </Paper>
  )
}

/** The matrix itself: a year's heading leads to its tasks, a cell to the task at that milestone. */
export function MatrixTable({ matrix, scope }: { readonly matrix: Matrix; readonly scope: PlanScope }) {
  return (
    <div className={styles.scroll} role="region" aria-label="任务与年度" tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.task}>
              任务
            </th>
            {matrix.years.map((year) => (
              <th key={year} scope="col" data-alone>
                <Link to={tasksBehind(scope, { year })}>{year}年</Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.tasks.map((task) => (
            <MatrixRow key={task.taskId} task={task} years={matrix.years} scope={scope} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface MatrixRowProps {
  readonly task: MatrixTask
  readonly years: readonly number[]
  readonly scope: PlanScope
}

function MatrixRow({ task, years, scope }: MatrixRowProps) {
  const href = withSearch(paths.task.to(task.taskId), { asOf: scope.asOf })
  const name = taskName(task)
  return (
    <tr>
      <th scope="row" className={styles.task} data-alone>
        <Link to={href} title={name}>
          {name}
        </Link>
      </th>
      {years.map((year) => (
        <td key={year} data-alone>
          {task.milestones
            .filter((milestone) => milestone.year === year)
            .map((milestone) => (
              <MatrixCell
                key={milestone.milestoneId}
                milestone={milestone}
                href={milestonePath(task.taskId, milestone.milestoneId, scope.asOf)}
                name={name}
              />
            ))}
        </td>
      ))}
    </tr>
  )
}

interface MatrixCellProps {
  readonly milestone: MatrixMilestone
  readonly href: string
  readonly name: string
}

/** When the units owe it: one date, or the first and the last where one has its own. */
function dueOfCell(milestone: MatrixMilestone): string {
  const last = milestone.lastDueOn === milestone.dueOn ? null : `部分单位 ${milestone.lastDueOn} 到期`
  return [`${milestone.dueOn} 到期`, milestoneDueInWords(milestone), last].filter((part) => part !== null).join('，')
}

function MatrixCell({ milestone, href, name }: MatrixCellProps) {
  const appearance = signalAppearance(milestone)
  const words = `${name}，${dueOfCell(milestone)}，${signalInWords(milestone)}，进度 ${progressInWords(milestone)}`
  return (
    <Link
      to={href}
      className={styles.cell}
      aria-label={words}
      title={milestone.requirement === '' ? words : `${words}\n${milestone.requirement}`}
      style={{ background: `var(${appearance.washToken})`, color: `var(${appearance.colourToken})` }}
    >
      <SignalMark appearance={appearance} />
      <span>{milestone.isComplete ? appearance.label : percentInWords(milestone.percent)}</span>
    </Link>
  )
}
