import { planListOptions } from '@/data/plans/queries'
import { planSearchDefaults, toPlanFilter } from '@/features/plan-import/plan-filter'
import { readSearch } from '@/ui/use-search-state'
import type { PageAddress } from './page-address'
import { read } from './read'

/** What the page of the plans reads first. */
export function readFirst({ search }: PageAddress): void {
  read(planListOptions(toPlanFilter(readSearch(planSearchDefaults, search))))
}
