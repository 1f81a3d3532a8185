import type { PlanId } from '@/domain/ids'
import type { PlanDraft } from '@/domain/plan-draft/plan-draft'
import type { EarlierDueAnswers } from '@/domain/reporting/earlier-due'
import { callFunction } from '../call-function'
import { getClient } from '../client'
import { defineCommand, defineWrite } from '../define-command'
import { toEarlierDuesJson } from '../earlier-dues/mapper'
import { orSqlNull } from '../request'
import { fingerprintOf } from '../source-files/fingerprint'
import { SOURCE_BUCKET } from '../source-files/mutations'
import { rememberPendingFile } from '../source-files/pending-files'
import { draftToJson, tablesToJson } from './mapper'
import type { PlanImport } from './plan-draft'

/**
 * Keeps a document and makes a draft of each plan chosen from it; answers the plans' ids. Its file follows by itself: the
 * draft is there first, so that a failed upload loses nothing.
 */
export const useImportPlans = defineWrite(
  async ({ fileName, mediaType, file, document, drafts }: PlanImport): Promise<readonly PlanId[]> => {
    const fingerprint = file === null ? null : await fingerprintOf(file).catch(() => null)
    const rows = await callFunction('import_plans', {
      p_file_name: fileName,
      p_media_type: mediaType,
      p_content: document.text,
      p_tables: tablesToJson(document.tables),
      p_drafts: drafts.map(draftToJson),
      p_is_pasted: file === null,
      p_file_sha256: orSqlNull(fingerprint),
    })
    const [first] = rows
    if (first !== undefined && file !== null) rememberPendingFile(first.source_document_id, file)
    return rows.map((row) => row.plan_id)
  },
)

/**
 * Saves a draft if nobody else saved since that revision; answers the new one. Not a hook, because saving
 * goes on by itself while the page is open, and once more when it closes.
 */
export function savePlanDraft(planId: PlanId, expectedRevision: number, draft: PlanDraft): Promise<number> {
  return callFunction('save_plan_draft', {
    p_plan_id: planId,
    p_expected_revision: expectedRevision,
    p_content: draftToJson(draft),
  })
}

/** Throws a draft away, and its file when no other plan needs it. */
export const useDiscardPlanDraft = defineWrite(async (planId: PlanId) => {
  const path: string | null = await callFunction('discard_plan_draft', { p_plan_id: planId })
  // If this fails, only disk space is lost.
  if (path !== null) await getClient().storage.from(SOURCE_BUCKET).remove([path])
})

interface IssueInput {
  readonly planId: PlanId
  readonly revision: number
  /** What is to become of what is past already. */
  readonly earlierDues: EarlierDueAnswers
}

/** Turns a saved draft into an issued plan. */
export const useIssuePlan = defineCommand('issue_plan', ({ planId, revision, earlierDues }: IssueInput) => ({
  p_plan_id: planId,
  p_expected_revision: revision,
  p_earlier_dues: toEarlierDuesJson(earlierDues),
}))
