import type { PlanId, SourceDocumentId } from '@/domain/ids'
import type { PlanDraft } from '@/domain/plan-draft/plan-draft'
import type { PlanState } from '@/domain/plans/plan-state-vocabulary'
import type { SourceFile } from '@/domain/plans/source-file'
import type { SourceDocument } from '@/lib/document-text/source-document'

/** A draft as it was last saved. */
export interface SavedPlanDraft {
  readonly planId: PlanId
  readonly revision: number
  readonly savedAt: string
  readonly sourceDocumentId: SourceDocumentId
  readonly draft: PlanDraft
}

/** The document a draft was read from. */
export interface PlanSource {
  readonly fileName: string
  readonly text: string
  readonly file?: SourceFile
}

/** What an import keeps: the document, and a draft for each plan chosen from it. */
export interface PlanImport {
  readonly fileName: string
  readonly mediaType: string
  /** What was handed in; null for a paste. */
  readonly file: File | null
  readonly document: SourceDocument
  readonly drafts: readonly PlanDraft[]
}

/** A plan that is there already and seems to be one about to be imported. */
export interface EarlierImport {
  /** Which of the plans to be imported; null for another plan of the same file. */
  readonly planIndex: number | null
  readonly planId: PlanId
  readonly title: string
  readonly state: PlanState
  readonly isSameFile: boolean
}
