import { obligationOptions, obligationTaskOptions } from '@/data/obligations/queries'
import { submissionHistoryOptions, workingCopyOptions } from '@/data/reports/queries'
import { parseObligationId } from '@/domain/reporting/obligation'
import type { PageAddress } from './page-address'
import { read } from './read'

/** What the page of one report reads first. */
export function readFirst({ id }: PageAddress): void {
  const obligationId = parseObligationId(id)
  read(obligationOptions(obligationId, null))
  read(obligationTaskOptions(obligationId))
  read(workingCopyOptions(obligationId))
  read(submissionHistoryOptions(obligationId))
}
