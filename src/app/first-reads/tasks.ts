import { planOverviewOptions } from '@/data/overview/queries'
import { taskListOptions } from '@/data/tasks/list-queries'
import { unitOptionsOptions } from '@/data/units/queries'
import { TASKS_PER_PAGE } from '@/features/tasks/task-request'
import { readTaskRequest } from '@/features/tasks/use-task-search'
import { asOfIn, type PageAddress } from './page-address'
import { read } from './read'

/** What the page of every task reads first. */
export function readFirst({ search }: PageAddress): void {
  const asOf = asOfIn(search)
  read(taskListOptions({ ...readTaskRequest(search, asOf), pageSize: TASKS_PER_PAGE }))
  read(planOverviewOptions({ asOf: null, planId: '' }))
  read(unitOptionsOptions())
}
