import { unitOverviewOptions } from '@/data/overview/queries'
import { taskListOptions } from '@/data/tasks/list-queries'
import { unitContactsOptions } from '@/data/units/contacts'
import { unitDirectoryOptions } from '@/data/units/queries'
import { TASKS_PER_PAGE } from '@/features/tasks/task-request'
import { readTaskRequest } from '@/features/tasks/use-task-search'
import { paths } from '@/domain/addresses/paths'
import { asOfIn, planIn, type PageAddress } from './page-address'
import { read } from './read'

/** What the page of one unit reads first. */
export function readFirst({ params, search }: PageAddress): void {
  const id = paths.unit.idIn(params)
  const asOf = asOfIn(search)
  read(unitDirectoryOptions())
  read(unitContactsOptions())
  read(unitOverviewOptions({ asOf, planId: planIn(search) }))
  read(taskListOptions({ ...readTaskRequest(search, asOf, { unitId: id }), pageSize: TASKS_PER_PAGE }))
}
