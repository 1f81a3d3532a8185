import { myObligationsOptions } from '@/data/obligations/queries'
import type { PageAddress } from './page-address'
import { read } from './read'

/** What the page of what a unit owes reads first. */
export function readFirst({ search }: PageAddress): void {
  read(myObligationsOptions(search.get('all') === 'true'))
}
