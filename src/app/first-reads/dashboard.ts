import { planOverviewOptions, unitOverviewOptions } from '@/data/overview/queries'
import { overdueTasksOptions, staleTasksOptions } from '@/data/tasks/list-queries'
import { filterOf } from '@/features/dashboard/scope'
import { asOfIn, planIn, type PageAddress } from './page-address'
import { read } from './read'

/** What the page of how the whole stands reads first. */
export function readFirst({ search }: PageAddress): void {
  const asOf = asOfIn(search)
  const scope = { asOf, planId: planIn(search) }
  read(planOverviewOptions({ asOf, planId: '' }))
  read(overdueTasksOptions(filterOf(scope)))
  read(staleTasksOptions(filterOf(scope)))
  read(unitOverviewOptions(scope))
}
