import { unitOverviewOptions } from '@/data/overview/queries'
import { unitDirectoryOptions } from '@/data/units/queries'
import { read } from './read'

/** What the page of the units reads first. */
export function readFirst(): void {
  read(unitDirectoryOptions())
  read(unitOverviewOptions({ asOf: null, planId: '' }))
}
