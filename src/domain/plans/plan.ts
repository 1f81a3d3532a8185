import type { PlanId, SectionId, SourceDocumentId } from '@/domain/ids'
import type { LocalDate } from '@/domain/local-date/local-date'
import type { PlanKind } from '@/domain/plans/plan-kind-vocabulary'
import type { PlanState } from '@/domain/plans/plan-state-vocabulary'
import type { ReportingCadence } from '@/domain/plans/reporting-cadence-vocabulary'

/** A plan as lists show it. */
export interface PlanSummary {
  readonly id: PlanId
  readonly kind: PlanKind
  readonly title: string
  readonly documentNumber: string | null
  readonly issuingBody: string | null
  readonly startsOn: LocalDate
  readonly endsOn: LocalDate
  readonly state: PlanState
  readonly createdAt: string
  readonly issuedAt: string | null
}

/** A plan with everything its own page needs to say about it. */
export interface Plan extends PlanSummary {
  readonly documentDate: LocalDate | null
  readonly warningDays: number
  readonly reportingCadence: ReportingCadence
  readonly reportGraceDays: number
  readonly behindPoints: number
  readonly closedAt: string | null
  readonly sourceDocumentId: SourceDocumentId
}

/** A chapter of an issued plan. */
export interface PlanSection {
  readonly id: SectionId
  readonly number: string | null
  readonly title: string
}

export interface PlanFilter {
  readonly words: string
  /** Empty for every state. */
  readonly state: PlanState | ''
  readonly page: number
}

export const PLANS_PER_PAGE = 50
