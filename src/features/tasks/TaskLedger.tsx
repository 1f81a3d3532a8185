import { taskListOptions } from '@/data/tasks/list-queries'
import type { TaskListItem, TaskPage } from '@/data/tasks/task'
import { paths, withSearch } from '@/domain/addresses/paths'
import { assignmentRoleVocabulary } from '@/domain/responsibility/assignment-role-vocabulary'
import { signalReasonVocabulary } from '@/domain/signal/signal-reason-vocabulary'
import type { DataColumn } from '@/ui/data-column'
import { DataTable } from '@/ui/DataTable'
import { DetailDrawer } from '@/ui/DetailDrawer'
import { EmptyState } from '@/ui/EmptyState'
import { QueryState } from '@/ui/QueryState'
import { StatusTag } from '@/ui/StatusTag'
import type { TableState } from '@/ui/table-state'
import { useSearchState } from '@/ui/use-search-state'
import { AgeText } from '@/ui/work/AgeText'
import { PercentBar } from '@/ui/work/PercentBar'
import { SignalTag } from '@/ui/work/SignalTag'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link } from 'react-router'
import styles from './TaskLedger.module.css'
import { TaskDue } from './TaskDue'
import { TaskView } from './TaskView'
import type { FixedFilter, TaskSearch } from './use-task-search'

const PAGE_SIZE = 50
const drawerDefaults = { task: '' } as const

interface TaskLedgerProps {
  readonly search: TaskSearch
  readonly fixed?: FixedFilter
}

/** The tasks that a filter keeps; a row opens beside the list, which keeps its place. */
export function TaskLedger({ search, fixed = {} }: TaskLedgerProps) {
  const { filter, sort, page } = search
  const query = useQuery({
    ...taskListOptions({ filter, sort, page, pageSize: PAGE_SIZE }),
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
      <DetailDrawer
        isOpen={drawer.task !== ''}
        title="任务"
        width={720}
        onClose={() => setDrawer({ task: '' })}
        aside={<Link to={withSearch(paths.task.to(drawer.task), { asOf: filter.asOf })}>打开任务页</Link>}
      >
        {drawer.task === '' ? null : <TaskView taskId={drawer.task} asOf={filter.asOf} isInDrawer />}
      </DetailDrawer>
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
    pageSize: PAGE_SIZE,
    sort: null,
    filters: {},
    change: (patch) => search.change({ page: patch.page ?? 1 }),
  }
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
        columns={columnsFor(search, fixed)}
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

function columnsFor(search: TaskSearch, fixed: FixedFilter): DataColumn<TaskListItem>[] {
  const { planId, unitId } = search.filter
  return [
    {
      key: 'title',
      title: '任务',
      width: 300,
      render: (task) => <TaskName task={task} withPlan={planId === ''} />,
      onPhone: 'title',
    },
    { key: 'signal', title: '状态', width: 160, render: (task) => <TaskSignal task={task} /> },
    ...(unitId === ''
      ? [
          {
            key: 'units',
            title: '责任单位',
            width: 180,
            isLongText: true,
            render: (task: TaskListItem) => task.accountableUnits || '未明确',
          },
        ]
      : [
          {
            key: 'role',
            title: fixed.unitId === undefined ? '该单位分工' : '分工',
            width: 110,
            render: (task: TaskListItem) =>
              task.role === null ? '' : <StatusTag vocabulary={assignmentRoleVocabulary} value={task.role} />,
          },
        ]),
    {
      key: 'percent',
      title: unitId === '' || fixed.unitId !== undefined ? '进度' : '该单位进度',
      width: 120,
      render: (task) => <PercentBar percent={task.percent} label={`${task.title}的进度`} />,
    },
    {
      key: 'due',
      title: '期限',
      width: 130,
      render: (task) => <TaskDue state={task} />,
    },
    {
      key: 'fact',
      title: '更新',
      width: 120,
      render: (task) => (task.isComplete ? '' : <AgeText updatedOn={task.factOn} />),
    },
  ]
}

function TaskName({ task, withPlan }: { readonly task: TaskListItem; readonly withPlan: boolean }) {
  const place = [withPlan ? task.planTitle : null, task.sectionTitle]
    .filter((words) => words !== null && words !== '')
    .join(' · ')
  return (
    <>
      <span>
        {task.number === null ? '' : `${task.number} `}
        {task.title}
      </span>
      {place === '' ? null : <span className={styles.place}>{place}</span>}
    </>
  )
}

function TaskSignal({ task }: { readonly task: TaskListItem }) {
  return (
    <span className={styles.signal}>
      <SignalTag signal={task.signal} isComplete={task.isComplete} isLate={task.isLate} />
      {task.isComplete ? null : <span className={styles.reason}>{signalReasonVocabulary.label(task.reason)}</span>}
    </span>
  )
}
