import { planDraftOptions } from '@/data/plan-drafts/queries'
import { unitDirectoryOptions } from '@/data/units/queries'
import { paths } from '@/domain/addresses/paths'
import type { PageAddress } from './page-address'
import { read } from './read'

/** What the page of a draft under check reads first. */
export function readFirst({ params }: PageAddress): void {
  const id = paths.planCheck.idIn(params)
  read(planDraftOptions(id))
  read(unitDirectoryOptions())
}
