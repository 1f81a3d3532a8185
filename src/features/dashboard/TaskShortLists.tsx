import type { OverviewScope } from '@/data/overview/overview'
import { overdueTasksOptions, staleTasksOptions } from '@/data/tasks/list-queries'
import { paths, withSearch } from '@/domain/addresses/paths'
import type { TaskListItem } from '@/domain/tasks/task'
import { taskName } from '@/domain/tasks/task-name'
import { CutText } from '@/ui/CutText'
import { EmptyState } from '@/ui/EmptyState'
import { Paper } from '@/ui/Paper'
import { QueryState } from '@/ui/QueryState'
import { AgeText } from '@/ui/work/AgeText'
import { DueText } from '@/ui/work/DueText'
import { SignalTag } from '@/ui/work/SignalTag'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { filterOf, tasksBehind } from './scope'
import styles from './TaskShortLists.module.css'

/** What asks for a look first: the tasks overdue, and those that nobody has reported on for longest. */
export function TaskShortLists({ scope }: { readonly scope: OverviewScope }) {
  return (
    <>
      <OverdueSheet scope={scope} />
      <StaleSheet scope={scope} />
    </>
  )
}

/** What is past due, longest first. */
function OverdueSheet({ scope }: { readonly scope: OverviewScope }) {
  const query = useQuery(overdueTasksOptions(filterOf(scope)))
  const total = query.data?.total ?? 0
  const all =
    total === 0 ? undefined : <Link to={tasksBehind(scope, { signal: 'red', sort: 'due_on' })}>全部 {total} 项</Link>
  return (
    <Paper title="逾期最久的任务" aside={all} isFlush>
      <QueryState query={query} isEmpty={(page) => page.total === 0} empty={<EmptyState title="没有逾期的任务" />}>
        {(page) => <ShortList label="逾期最久的任务" tasks={page.tasks} scope={scope} renderFact={renderDue} />}
      </QueryState>
    </Paper>
  )
}

/** What nobody has reported on for longest, among the tasks under way. */
function StaleSheet({ scope }: { readonly scope: OverviewScope }) {
  const query = useQuery(staleTasksOptions(filterOf(scope)))
  const total = query.data?.total ?? 0
  const all =
    total === 0 ? undefined : (
      <Link to={tasksBehind(scope, { signal: 'open', sort: 'fact_on' })}>推进中 {total} 项</Link>
    )
  return (
    <Paper title="最久未更新的任务" aside={all} isFlush>
      <QueryState query={query} isEmpty={(page) => page.total === 0} empty={<EmptyState title="没有正在推进的任务" />}>
        {(page) => <ShortList label="最久未更新的任务" tasks={page.tasks} scope={scope} renderFact={renderAge} />}
      </QueryState>
    </Paper>
  )
}

function renderDue(task: TaskListItem): React.ReactNode {
  return task.dueOn === null ? null : <DueText dueOn={task.dueOn} isOngoing={task.isOngoing} />
}

function renderAge(task: TaskListItem): React.ReactNode {
  return (
    <>
      <SignalTag signal={task.signal} isComplete={task.isComplete} isLate={task.isLate} />{' '}
      <AgeText updatedOn={task.factOn} />
    </>
  )
}

interface ShortListProps {
  readonly label: string
  readonly tasks: readonly TaskListItem[]
  readonly scope: OverviewScope
  readonly renderFact: (task: TaskListItem) => React.ReactNode
}

function ShortList({ label, tasks, scope, renderFact }: ShortListProps) {
  return (
    <ol className="ruled" aria-label={label}>
      {tasks.map((task) => (
        <li key={task.taskId} className={styles.item}>
          <CutText>
            <Link to={withSearch(paths.task.to(task.taskId), { asOf: scope.asOf })}>{taskName(task)}</Link>
          </CutText>
          <span className={`${styles.units} faint`}>
            <CutText>{task.accountableUnits === '' ? '未明确责任单位' : task.accountableUnits}</CutText>
          </span>
          <span className={styles.fact}>{renderFact(task)}</span>
        </li>
      ))}
    </ol>
  )
}
