import { taskObligationsOptions } from '@/data/obligations/queries'
import { taskDetailOptions, taskStateOptions } from '@/data/tasks/queries'
import type { PageAddress } from './page-address'
import { asOfIn } from './page-address'
import { read } from './read'

/** What the page of one task reads first. */
export function readFirst({ id, search }: PageAddress): void {
  const asOf = asOfIn(search)
  read(taskDetailOptions(id))
  read(taskStateOptions(id, asOf))
  read(taskObligationsOptions(id, asOf))
}
