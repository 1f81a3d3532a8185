import type { TaskId } from '@/domain/ids'
import type { LineageCandidate, YearSpan } from '@/domain/lineage/lineage-candidate'
import type { EditDraft } from '@/domain/plan-draft/draft-history'
import type { DraftTask, PlanDraft } from '@/domain/plan-draft/plan-draft'
import { createContext } from 'react'
import type { LineageSearch } from './lineage-search'

/** What the desk tells about itself. */
export interface DeskProps {
  readonly draft: PlanDraft
  readonly edit: EditDraft
  /** The names of the units that a task's written names stand for. */
  readonly unitNamesOf: (task: DraftTask) => readonly string[]
}

/** What every task's line needs; null while nothing can be an ancestor. */
export interface DeskLineage {
  readonly candidates: readonly LineageCandidate[]
  readonly byId: ReadonlyMap<TaskId, LineageCandidate>
  readonly span: YearSpan
  readonly search: LineageSearch
  readonly edit: EditDraft
}

export const DeskLineageContext = createContext<DeskLineage | null>(null)
