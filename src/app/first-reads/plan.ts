import { planOverviewOptions } from '@/data/overview/queries'
import { planOptions } from '@/data/plans/queries'
import { taskListOptions } from '@/data/tasks/list-queries'
import { TASKS_PER_PAGE } from '@/features/tasks/task-request'
import { readTaskRequest } from '@/features/tasks/use-task-search'
import { paths } from '@/domain/addresses/paths'
import { asOfIn, type PageAddress } from './page-address'
import { read } from './read'

/** What the page of one plan reads first. */
export function readFirst({ params, search }: PageAddress): void {
  const id = paths.plan.idIn(params)
  const asOf = asOfIn(search)
  read(planOptions(id))
  read(planOverviewOptions({ asOf, planId: id }))
  read(taskListOptions({ ...readTaskRequest(search, asOf, { planId: id }), pageSize: TASKS_PER_PAGE }))
}
