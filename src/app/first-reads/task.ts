import { taskObligationsOptions } from '@/data/obligations/queries'
import { taskDetailOptions, taskStateOptions } from '@/data/tasks/queries'
import { paths } from '@/domain/addresses/paths'
import { asOfIn, type PageAddress } from './page-address'
import { read } from './read'

/** What the page of one task reads first. */
export function readFirst({ params, search }: PageAddress): void {
  const id = paths.task.idIn(params)
  const asOf = asOfIn(search)
  read(taskDetailOptions(id))
  read(taskStateOptions(id, asOf))
  read(taskObligationsOptions(id, asOf))
}
