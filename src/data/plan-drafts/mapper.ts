import { parseLocalDate } from '@/domain/local-date/local-date'
import type { PlanDraft } from '@/domain/plan-draft/plan-draft'
import { readDraft } from '@/domain/plan-draft/read-draft'
import type { SourceTable } from '@/lib/document-text/source-document'
import type { Json, Tables } from '../database'
import type { PlanSource, SavedPlanDraft } from './plan-draft'

type DraftRow = Pick<Tables<'plan_drafts'>, 'plan_id' | 'revision' | 'updated_at' | 'content'>

export function toSavedPlanDraft(
  row: DraftRow,
  plan: Pick<Tables<'plans'>, 'source_document_id' | 'starts_on'>,
): SavedPlanDraft {
  return {
    planId: row.plan_id,
    revision: row.revision,
    savedAt: row.updated_at,
    sourceDocumentId: plan.source_document_id,
    draft: readDraft(row.content, parseLocalDate(plan.starts_on)),
  }
}

export function toPlanSource(row: Pick<Tables<'source_documents'>, 'file_name' | 'content'>): PlanSource {
  return { fileName: row.file_name, text: row.content }
}

/** A draft holds nothing but JSON values, which its read-only type cannot tell the client. */
export function draftToJson(draft: PlanDraft): NonNullable<Json> {
  return draft as unknown as NonNullable<Json>
}

export function tablesToJson(tables: readonly SourceTable[]): NonNullable<Json> {
  return tables as unknown as NonNullable<Json>
}
