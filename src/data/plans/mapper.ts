import { parseLocalDate } from '@/domain/local-date/local-date'
import type { Plan, PlanSummary } from '@/domain/plans/plan'
import { planKindVocabulary } from '@/domain/plans/plan-kind-vocabulary'
import { planStateVocabulary } from '@/domain/plans/plan-state-vocabulary'
import { reportingCadenceVocabulary } from '@/domain/plans/reporting-cadence-vocabulary'
import type { RowWith } from '../database'

export const PLAN_SUMMARY_COLUMNS =
  'id, kind, title, document_number, issuing_body, starts_on, ends_on, state, created_at, issued_at'
export const PLAN_COLUMNS =
  `${PLAN_SUMMARY_COLUMNS}, document_date, warning_days, reporting_cadence, report_grace_days, behind_points, closed_at, source_document_id` as const

export function toPlanSummary(row: RowWith<'plans', typeof PLAN_SUMMARY_COLUMNS>): PlanSummary {
  return {
    id: row.id,
    kind: planKindVocabulary.parse(row.kind),
    title: row.title,
    documentNumber: row.document_number,
    issuingBody: row.issuing_body,
    startsOn: parseLocalDate(row.starts_on),
    endsOn: parseLocalDate(row.ends_on),
    state: planStateVocabulary.parse(row.state),
    createdAt: row.created_at,
    issuedAt: row.issued_at,
  }
}

export function toPlan(row: RowWith<'plans', typeof PLAN_COLUMNS>): Plan {
  return {
    ...toPlanSummary(row),
    documentDate: row.document_date === null ? null : parseLocalDate(row.document_date),
    warningDays: row.warning_days,
    reportingCadence: reportingCadenceVocabulary.parse(row.reporting_cadence),
    reportGraceDays: row.report_grace_days,
    behindPoints: row.behind_points,
    closedAt: row.closed_at,
    sourceDocumentId: row.source_document_id,
  }
}
