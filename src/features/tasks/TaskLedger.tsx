import { taskListOptions } from '@/data/tasks/list-queries'
import { useGroupedNames } from '@/data/units/use-grouped-names'
import type { TaskId } from '@/domain/ids'
import type { TaskListItem, TaskPage } from '@/domain/tasks/task'
import { noId } from '@/lib/brand'
import { DataTable } from '@/ui/DataTable'
import { EmptyState } from '@/ui/EmptyState'
import { QueryState } from '@/ui/QueryState'
import { openedPart } from '@/ui/lazy-part'
import type { TableState } from '@/ui/table-state'
import { useSearchState } from '@/ui/use-search-state'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { taskColumns } from './task-columns'
import { TASKS_PER_PAGE } from './task-request'
import styles from './TaskLedger.module.css'
import type { FixedFilter, TaskSearch } from './use-task-search'

// Most readers of a list open none of it.
const TaskDrawer = openedPart(() => import('./TaskDrawer').then((module) => module.TaskDrawer))

const drawerDefaults = { task: noId<TaskId>() } as const

interface TaskLedgerProps {
  readonly search: TaskSearch
  readonly fixed?: FixedFilter
}

/** The tasks that a filter keeps; a row opens beside the list, which keeps its place. */
export function TaskLedger({ search, fixed = {} }: TaskLedgerProps) {
  const { filter, sort, page } = search
  const query = useQuery({
    ...taskListOptions({ filter, sort, page, pageSize: TASKS_PER_PAGE }),
    placeholderData: keepPreviousData,
  })
  const [drawer, setDrawer] = useSearchState(drawerDefaults)
  return (
    <>
      <QueryState query={query}>
        {(data) => (
          <LedgerTable
            data={data}
            search={search}
            fixed={fixed}
            isFetching={query.isFetching}
            onOpen={(task) => setDrawer({ task: task.taskId })}
          />
        )}
      </QueryState>
      <TaskDrawer
        isOpen={drawer.task !== ''}
        taskId={drawer.task}
        asOf={filter.asOf}
        onClose={() => setDrawer({ task: '' })}
      />
    </>
  )
}

interface LedgerTableProps {
  readonly data: TaskPage
  readonly search: TaskSearch
  readonly fixed: FixedFilter
  readonly isFetching: boolean
  readonly onOpen: (task: TaskListItem) => void
}

function LedgerTable({ data, search, fixed, isFetching, onOpen }: LedgerTableProps) {
  const state: TableState = {
    page: data.page,
    pageSize: TASKS_PER_PAGE,
    sort: null,
    filters: {},
    change: (patch) => search.change({ page: patch.page ?? 1 }),
  }
  const groupedNames = useGroupedNames(data.tasks.map((task) => task.accountableUnits))
  return (
    <>
      <p className={styles.count} role="status">
        共 {data.total} 项任务
      </p>
      <DataTable
        label="任务"
        rows={data.tasks}
        total={data.total}
        rowKey={(task) => task.taskId}
        columns={taskColumns(search, fixed, groupedNames)}
        state={state}
        isFetching={isFetching}
        onOpen={onOpen}
        empty={<NoTasks search={search} />}
      />
    </>
  )
}

function NoTasks({ search }: { readonly search: TaskSearch }) {
  if (!search.isNarrowed) return <EmptyState title="还没有任务" hint="计划下达后，任务列在这里" />
  return <EmptyState title="没有符合条件的任务" action={<Button onClick={search.reset}>清除筛选</Button>} />
}
