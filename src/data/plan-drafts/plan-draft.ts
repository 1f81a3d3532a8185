import type { PlanId, SourceDocumentId } from '@/domain/ids'
import type { PlanDraft } from '@/domain/plan-draft/plan-draft'
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
}

/** What an import keeps: the document, and a draft for each plan chosen from it. */
export interface PlanImport {
  readonly fileName: string
  readonly mediaType: string
  readonly document: SourceDocument
  readonly drafts: readonly PlanDraft[]
}
