import type { ReportId } from '@/domain/ids'
import type { Evidence } from '@/domain/reporting/evidence'
import type { ReportContent } from '@/domain/reporting/report-content'
import type { ReportState } from '@/domain/reporting/report-state-vocabulary'

/** The unit's own copy of a report, until it is approved. */
export interface WorkingCopy {
  readonly id: ReportId
  readonly state: ReportState
  readonly content: ReportContent
  /** Counts the saves; a save that does not know the newest is told so. */
  readonly revision: number
  readonly updatedAt: string
  readonly updatedByName: string | null
  readonly evidence: readonly Evidence[]
}

/** What a save answers. */
export interface SavedDraft {
  readonly reportId: ReportId
  readonly revision: number
  readonly savedAt: string
}
