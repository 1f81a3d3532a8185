import { obligationOptions, obligationTaskOptions } from '@/data/obligations/queries'
import { submissionHistoryOptions, workingCopyOptions } from '@/data/reports/queries'
import { paths } from '@/domain/addresses/paths'
import type { PageAddress } from './page-address'
import { read } from './read'

/** What the page of one report reads first. */
export function readFirst({ params }: PageAddress): void {
  const obligationId = paths.obligation.idIn(params)
  read(obligationOptions(obligationId, null))
  read(obligationTaskOptions(obligationId))
  read(workingCopyOptions(obligationId))
  read(submissionHistoryOptions(obligationId))
}
