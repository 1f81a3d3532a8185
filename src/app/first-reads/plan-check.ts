import { planDraftOptions } from '@/data/plan-drafts/queries'
import { unitDirectoryOptions } from '@/data/units/queries'
import type { PageAddress } from './page-address'
import { read } from './read'

/** What the page of a draft under check reads first. */
export function readFirst({ id }: PageAddress): void {
  read(planDraftOptions(id))
  read(unitDirectoryOptions())
}
