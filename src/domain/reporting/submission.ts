import type { ObligationId, ReportId, SubmissionId } from '../ids'
import { endOfBusinessDay, type LocalDate } from '../local-date/local-date'
import type { SubmittedEvidence } from './evidence'
import { shownPercent } from './percent'
import { emptyReportContent, type ReportContent } from './report-content'
import type { ReportState } from './report-state-vocabulary'

export type ReviewDecision = 'approved' | 'returned'

/** A report as it was handed in, with the review's decision once there is one. */
export interface Submission {
  readonly id: SubmissionId
  /** The working copy that was handed in. */
  readonly reportId: ReportId
  readonly obligationId: ObligationId
  /** Which hand-in of its report this is, from 1. */
  readonly number: number
  readonly content: ReportContent
  readonly submittedAt: string
  readonly submittedByName: string | null
  readonly decision: ReviewDecision | null
  readonly decidedAt: string | null
  readonly decidedByName: string | null
  /** Why it was returned, or a note to an approval; '' when nothing was said. */
  readonly decisionReason: string
  readonly evidence: readonly SubmittedEvidence[]
}

/** The state word of a submission. */
export function submissionState(submission: Pick<Submission, 'decision'>): ReportState {
  return submission.decision ?? 'submitted'
}

/** A submission as it was known at the end of a day: what was decided later was still open then. */
export function asKnownOn<Known extends Submission>(submission: Known, day: LocalDate): Known {
  const { decidedAt } = submission
  if (decidedAt === null || Date.parse(decidedAt) < Date.parse(endOfBusinessDay(day))) return submission
  const evidence = submission.evidence.map((each) => ({ ...each, isAccepted: null }))
  return { ...submission, decision: null, decidedAt: null, decidedByName: null, decisionReason: '', evidence }
}

/** The newest approved report that had words of its own; `history` is newest first. */
export function lastProgress(history: readonly Submission[]): Submission | null {
  return history.find((each) => each.decision === 'approved' && each.content.kind === 'progress') ?? null
}

/**
 * What a new report starts with, so that nothing is asked twice: the percent that stands, and what the last approved
 * report said would come next as the beginning of what was done. What was done by then is history and is not handed in
 * again. `history` is newest first.
 */
export function contentToStartWith(history: readonly Submission[], standingPercent: number): ReportContent {
  const percent = Math.min(99, shownPercent(standingPercent))
  const last = lastProgress(history)
  if (last === null) return { ...emptyReportContent, percent }
  const { nextSteps, problems } = last.content
  return { kind: 'progress', percent, done: nextSteps, nextSteps: '', problems }
}
