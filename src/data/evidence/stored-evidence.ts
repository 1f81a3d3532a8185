import type { UnitId } from '@/domain/ids'
import type { Evidence } from '@/domain/reporting/evidence'

export const EVIDENCE_BUCKET = 'evidence'
export const EVIDENCE_PER_PAGE = 10

/** Which of a unit's evidence a list shows; '' filters nothing. */
export interface EvidenceFilter {
  readonly unitId: UnitId
  readonly words: string
  readonly page: number
}

/** A piece in the unit's store, and whether it was handed in, after which it can no longer be deleted. */
export interface StoredEvidence extends Evidence {
  readonly isHandedIn: boolean
}
