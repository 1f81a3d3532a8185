import { parseLocalDate } from '@/domain/local-date/local-date'
import type { PlanDraft } from '@/domain/plan-draft/plan-draft'
import { readDraft } from '@/domain/plan-draft/read-draft'
import { planStateVocabulary } from '@/domain/plans/plan-state-vocabulary'
import type { SourceTable } from '@/lib/document-text/source-document'
import type { FunctionAnswer } from '../call-function'
import type { Json, RowWith, Tables } from '../database'
import { SOURCE_FILE_COLUMNS, toSourceFile } from '../source-files/mapper'
import type { EarlierImport, PlanSource, SavedPlanDraft } from './plan-draft'

export const PLAN_SOURCE_COLUMNS = `${SOURCE_FILE_COLUMNS}, content` as const

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

export function toPlanSource(row: RowWith<'source_documents', typeof PLAN_SOURCE_COLUMNS>): PlanSource {
  return { fileName: row.file_name, text: row.content, file: toSourceFile(row) }
}

export function toEarlierImport(row: FunctionAnswer<'plans_imported_before'>[number]): EarlierImport {
  return {
    planIndex: row.plan_index,
    planId: row.plan_id,
    title: row.title,
    state: planStateVocabulary.parse(row.state),
    isSameFile: row.is_same_file,
  }
}

/** A draft holds nothing but JSON values, which its read-only type cannot tell the client. */
export function draftToJson(draft: PlanDraft): NonNullable<Json> {
  return draft as unknown as NonNullable<Json>
}

export function tablesToJson(tables: readonly SourceTable[]): NonNullable<Json> {
  return tables as unknown as NonNullable<Json>
}
