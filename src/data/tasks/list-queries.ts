import type { TaskFilter, TaskPage, TaskPageRequest } from '@/domain/tasks/task'
import type { TaskSort } from '@/domain/tasks/task-list-vocabulary'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { getClient } from '../client'
import { unwrap } from '../request'
import { givenArgs } from '../rpc-args'
import { taskKeys } from './keys'
import { toFilterColumns, toTaskListItem } from './mapper'

/** One page of the tasks that a filter keeps, with how many there are of them. */
export function taskListOptions(request: TaskPageRequest) {
  return queryOptions({
    queryKey: taskKeys.list(request),
    queryFn: ({ signal }) => fetchPage(request, signal),
    placeholderData: keepPreviousData,
  })
}

async function fetchPage({ filter, sort, page, pageSize }: TaskPageRequest, signal: AbortSignal): Promise<TaskPage> {
  const rows = await fetchRows(filter, { sort, limit: pageSize, offset: (page - 1) * pageSize }, signal)
  // The total comes with the rows, so a page beyond the end knows nothing; the first one does.
  if (rows.length === 0 && page > 1) return fetchPage({ filter, sort, page: 1, pageSize }, signal)
  return { tasks: rows.map(toTaskListItem), total: rows[0]?.total_count ?? 0, page }
}

interface Slice {
  readonly sort: TaskSort
  readonly limit: number
  readonly offset: number
}

function fetchRows(filter: TaskFilter, { sort, limit, offset }: Slice, signal: AbortSignal) {
  const args = {
    p_filter: toFilterColumns(filter),
    ...givenArgs({ p_as_of: filter.asOf }),
    p_sort: sort,
    p_limit: limit,
    p_offset: offset,
  }
  return unwrap(getClient().rpc('list_tasks', args).abortSignal(signal))
}

const SHORT_LIST = 6

/** The tasks that are past due, longest first, with how many there are. */
export function overdueTasksOptions(filter: TaskFilter) {
  return queryOptions({
    queryKey: taskKeys.overdue(filter),
    queryFn: ({ signal }) =>
      fetchPage({ filter: { ...filter, signal: 'red' }, sort: 'due_on', page: 1, pageSize: SHORT_LIST }, signal),
    placeholderData: keepPreviousData,
  })
}

/**
 * The tasks under way that nobody has reported on for longest, with how many are under way. What is complete as far as it
 * has begun is not waited for, and is not among them.
 */
export function staleTasksOptions(filter: TaskFilter) {
  return queryOptions({
    queryKey: taskKeys.stale(filter),
    queryFn: async ({ signal }): Promise<TaskPage> => {
      const request = { sort: 'silence', page: 1, pageSize: SHORT_LIST } as const
      const page = await fetchPage({ ...request, filter: { ...filter, signal: 'open' } }, signal)
      return { ...page, tasks: page.tasks.filter(({ silentSince }) => silentSince !== null) }
    },
    placeholderData: keepPreviousData,
  })
}
