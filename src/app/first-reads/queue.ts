import { firstStepsOptions } from '@/data/first-steps/queries'
import { planOverviewOptions } from '@/data/overview/queries'
import { queueOptions, reviewPlansOptions } from '@/data/review/queries'
import { unitOptionsOptions } from '@/data/units/queries'
import { readQueuePage } from '@/features/review/queue-filter'
import type { PageAddress } from './page-address'
import { read } from './read'

/** What the page of what awaits review reads first. */
export function readFirst({ search }: PageAddress): void {
  read(queueOptions(readQueuePage(search)))
  read(reviewPlansOptions())
  read(firstStepsOptions())
  read(unitOptionsOptions())
  read(planOverviewOptions({ asOf: null, planId: '' }))
}
