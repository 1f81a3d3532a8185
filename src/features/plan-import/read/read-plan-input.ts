import { parsePlanDocument } from '@/domain/plan-document/parse-plan-document'
import type { ColumnMapping, ParseOptions, PlanDocumentResult } from '@/domain/plan-document/types'
import { readDocument, readPastedHtml, readPlainText } from '@/lib/document-text/read-document'
import type { SourceDocument } from '@/lib/document-text/source-document'

/** What the clerk hands in: a file, a paste, or a document read before whose columns were told. */
export type PlanInput =
  | { readonly kind: 'file'; readonly fileName: string; readonly bytes: Uint8Array }
  | { readonly kind: 'html'; readonly html: string }
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'document'
      readonly document: SourceDocument
      readonly tableColumns: readonly (ColumnMapping | null)[]
      /** The clerk says that it is a plan, whatever it seems to be. */
      readonly isTakenAsPlan: boolean
    }

export type ReadingStage = 'reading' | 'parsing'

/** A document and what the parser made of it. */
export interface ReadPlan {
  readonly document: SourceDocument
  readonly result: PlanDocumentResult
  /** The same without "the first of a list leads", to tell which leads rest on that rule; null when none does. */
  readonly withoutFirstLeads: PlanDocumentResult | null
  /** The columns that the clerk told, per table; null where they were recognised. */
  readonly tableColumns: readonly (ColumnMapping | null)[]
  readonly isTakenAsPlan: boolean
}

/** Reads and parses; tells when it passes from the one to the other. */
export async function readPlanInput(input: PlanInput, onStage: (stage: ReadingStage) => void): Promise<ReadPlan> {
  onStage('reading')
  const document = await toDocument(input)
  onStage('parsing')
  const { tableColumns, isTakenAsPlan } = input.kind === 'document' ? input : { tableColumns: [], isTakenAsPlan: false }
  const options: ParseOptions = { tableColumns, isTakenAsPlan }
  const result = parsePlanDocument(document, options)
  const withoutFirstLeads = hasFirstLead(result)
    ? parsePlanDocument(document, { ...options, firstListedUnitLeads: false })
    : null
  return { document, result, withoutFirstLeads, tableColumns, isTakenAsPlan }
}

async function toDocument(input: PlanInput): Promise<SourceDocument> {
  switch (input.kind) {
    case 'file':
      return readDocument(input.fileName, input.bytes)
    case 'html':
      return readPastedHtml(input.html)
    case 'text':
      return readPlainText(input.text)
    case 'document':
      return input.document
  }
}

function hasFirstLead(result: PlanDocumentResult): boolean {
  return result.plans.some((plan) => plan.tasks.some((task) => task.units[0]?.role === 'lead'))
}
