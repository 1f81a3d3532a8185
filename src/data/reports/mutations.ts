import type { ObligationId, ReportId } from '@/domain/ids'
import type { ReportContent } from '@/domain/reporting/report-content'
import { defineCommand } from '../define-command'
import { toReportArgs } from './save-draft'

interface RevisionInput {
  readonly reportId: ReportId
  readonly revision: number
}

const toRevisionArgs = ({ reportId, revision }: RevisionInput) => ({
  p_report_id: reportId,
  p_expected_revision: revision,
})

/** Hands the working copy in; answers the submission. */
export const useSubmitReport = defineCommand('submit_report', toRevisionArgs)

/** Throws away a draft that was never handed in. */
export const useDiscardReportDraft = defineCommand('discard_report_draft', toRevisionArgs)

const NO_CHANGE: ReportContent = { kind: 'no_change', percent: 0, done: '', nextSteps: '', problems: '' }

/** Hands in 无变化 for an obligation that has no working copy, in one go. */
export const useReportNoChange = defineCommand('hand_in_report', (obligationId: ObligationId) =>
  toReportArgs({ obligationId, expectedRevision: 0, content: NO_CHANGE }),
)
