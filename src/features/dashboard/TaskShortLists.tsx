import type { OverviewScope } from '@/data/overview/overview'
import { overdueTasksOptions, staleTasksOptions } from '@/data/tasks/list-queries'
import { useGroupedNames } from '@/data/units/use-grouped-names'
import { paths, withSearch, type TaskListSearch } from '@/domain/addresses/paths'
import type { LocalDate } from '@/domain/local-date/local-date'
import type { TaskListItem, TaskPage } from '@/domain/tasks/task'
import { taskName } from '@/domain/tasks/task-name'
import { CutText } from '@/ui/CutText'
import { EmptyState } from '@/ui/EmptyState'
import { Paper } from '@/ui/Paper'
import { QueryState, type QueryLike } from '@/ui/QueryState'
import { AgeText } from '@/ui/work/AgeText'
import { DueText } from '@/ui/work/DueText'
import { SignalTag } from '@/ui/work/SignalTag'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { filterOf, tasksBehind } from './scope'
import styles from './TaskShortLists.module.css'

/** What asks for a look first: the tasks overdue, and those under way that nobody has reported on for longest. */
export function TaskShortLists({ scope }: { readonly scope: OverviewScope }) {
  const overdue = useQuery(overdueTasksOptions(filterOf(scope)))
  const stale = useQuery(staleTasksOptions(filterOf(scope)))
  const length = lengthBeside([overdue.data, stale.data])
  const all = (words: string, page: TaskPage | undefined, search: TaskListSearch) =>
    page === undefined || page.total === 0 ? undefined : (
      <Link to={tasksBehind(scope, search)}>
        {words} {page.total} 项
      </Link>
    )
  return (
    <div className={styles.pair}>
      <ShortList
        title="逾期最久的任务"
        aside={all('全部', overdue.data, { signal: 'red', sort: 'due_on' })}
        query={overdue}
        empty="没有逾期的任务"
        length={length}
        asOf={scope.asOf}
        renderFact={renderDue}
      />
      <ShortList
        title="最久未更新的任务"
        aside={all('推进中', stale.data, { signal: 'open', sort: 'silence' })}
        query={stale}
        empty="没有正在推进的任务"
        length={length}
        asOf={scope.asOf}
        renderFact={renderAge}
      />
    </div>
  )
}

const SHORTEST = 3

/** Side by side, neither list is much longer than the other: a list's rest is behind its own link. */
function lengthBeside(pages: readonly (TaskPage | undefined)[]): number {
  const lengths = pages.map((page) => page?.tasks.length ?? 0).filter((length) => length > 0)
  return lengths.length < pages.length ? Infinity : Math.max(SHORTEST, Math.min(...lengths))
}

function renderDue(task: TaskListItem): React.ReactNode {
  return task.dueOn === null ? null : <DueText state={{ ...task, dueOn: task.dueOn }} isOngoing={task.isOngoing} />
}

function renderAge(task: TaskListItem): React.ReactNode {
  return (
    <>
      <SignalTag state={task} /> <AgeText state={task} />
    </>
  )
}

interface ShortListProps {
  readonly title: string
  readonly aside: React.ReactNode
  readonly query: QueryLike<TaskPage>
  readonly empty: string
  /** How many tasks it shows at most. */
  readonly length: number
  readonly asOf: LocalDate | null
  readonly renderFact: (task: TaskListItem) => React.ReactNode
}

function ShortList({ title, aside, query, empty, length, asOf, renderFact }: ShortListProps) {
  return (
    <Paper title={title} aside={aside} isFlush>
      <QueryState query={query} isEmpty={(page) => page.tasks.length === 0} empty={<EmptyState title={empty} />}>
        {({ tasks }) => <Tasks title={title} tasks={tasks.slice(0, length)} asOf={asOf} renderFact={renderFact} />}
      </QueryState>
    </Paper>
  )
}

interface TasksProps extends Pick<ShortListProps, 'title' | 'asOf' | 'renderFact'> {
  readonly tasks: readonly TaskListItem[]
}

function Tasks({ title, tasks, asOf, renderFact }: TasksProps) {
  const groupedNames = useGroupedNames(tasks.map((task) => task.accountableUnits))
  return (
    <ol className="ruled" aria-label={title}>
      {tasks.map((task) => (
        <li key={task.taskId} className={styles.item}>
          <CutText>
            <Link to={withSearch(paths.task.to(task.taskId), { asOf })}>{taskName(task)}</Link>
          </CutText>
          <span className={`${styles.units} faint`}>
            <CutText>{groupedNames(task.accountableUnits) || '未明确责任单位'}</CutText>
          </span>
          <span className={styles.fact}>{renderFact(task)}</span>
        </li>
      ))}
    </ol>
  )
}
