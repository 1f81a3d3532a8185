import type { ObligationId, UserId } from '@/domain/ids'
import type { ReportContent } from '@/domain/reporting/report-content'
import { reportKindVocabulary } from '@/domain/reporting/report-kind-vocabulary'
import { DeviceCopy } from '@/lib/device-copy'

/** What one person typed of one report and this browser keeps. */
export function reportCopy(userId: UserId, obligationId: ObligationId): DeviceCopy<ReportContent> {
  return new DeviceCopy('report-draft', userId, obligationId, toReportContent)
}

function toReportContent(value: unknown): ReportContent | null {
  if (typeof value !== 'object' || value === null) return null
  const { kind, percent, done, nextSteps, problems }: Readonly<Record<string, unknown>> = { ...value }
  const isWhole =
    typeof percent === 'number' &&
    typeof done === 'string' &&
    typeof nextSteps === 'string' &&
    typeof problems === 'string'
  return isWhole && reportKindVocabulary.is(kind) ? { kind, percent, done, nextSteps, problems } : null
}
