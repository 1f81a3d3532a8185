import { parseLocalDate } from '@/domain/local-date/local-date'
import type { Plan, PlanSection, PlanSummary } from '@/domain/plans/plan'
import { planKindVocabulary } from '@/domain/plans/plan-kind-vocabulary'
import { planStateVocabulary } from '@/domain/plans/plan-state-vocabulary'
import { reportingCadenceVocabulary } from '@/domain/plans/reporting-cadence-vocabulary'
import type { Tables } from '../database'

type PlanRow = Tables<'plans'>

export const PLAN_SUMMARY_COLUMNS =
  'id, kind, title, document_number, issuing_body, starts_on, ends_on, state, created_at, issued_at'
export const PLAN_COLUMNS =
  `${PLAN_SUMMARY_COLUMNS}, source_document_id, document_date, warning_days, reporting_cadence, report_grace_days, closed_at` as const

type SummaryRow = Pick<
  PlanRow,
  | 'id'
  | 'kind'
  | 'title'
  | 'document_number'
  | 'issuing_body'
  | 'starts_on'
  | 'ends_on'
  | 'state'
  | 'created_at'
  | 'issued_at'
>
type DetailRow = SummaryRow &
  Pick<
    PlanRow,
    'source_document_id' | 'document_date' | 'warning_days' | 'reporting_cadence' | 'report_grace_days' | 'closed_at'
  >

export function toPlanSummary(row: SummaryRow): PlanSummary {
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

export function toPlan(row: DetailRow): Plan {
  return {
    ...toPlanSummary(row),
    sourceDocumentId: row.source_document_id,
    documentDate: row.document_date === null ? null : parseLocalDate(row.document_date),
    warningDays: row.warning_days,
    reportingCadence: reportingCadenceVocabulary.parse(row.reporting_cadence),
    reportGraceDays: row.report_grace_days,
    closedAt: row.closed_at,
  }
}

export function toPlanSection(
  row: Pick<Tables<'plan_sections'>, 'id' | 'parent_id' | 'number' | 'title' | 'level'>,
): PlanSection {
  return { id: row.id, parentId: row.parent_id, number: row.number, title: row.title, level: row.level }
}
