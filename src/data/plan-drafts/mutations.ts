import type { PlanId } from '@/domain/ids'
import type { PlanDraft } from '@/domain/plan-draft/plan-draft'
import { callFunction } from '../call-function'
import { defineCommand } from '../define-command'
import { draftToJson, tablesToJson } from './mapper'
import type { PlanImport } from './plan-draft'

/** Keeps a document and makes a draft of each plan chosen from it; answers the plans' ids. */
export const useImportPlans = defineCommand(
  'import_plans',
  ({ fileName, mediaType, document, drafts }: PlanImport) => ({
    p_file_name: fileName,
    p_media_type: mediaType,
    p_content: document.text,
    p_tables: tablesToJson(document.tables),
    p_drafts: drafts.map(draftToJson),
  }),
  { toResult: (rows): readonly PlanId[] => rows.map((row) => row.plan_id) },
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

/** Throws a draft away. */
export const useDiscardPlanDraft = defineCommand('discard_plan_draft', (planId: PlanId) => ({ p_plan_id: planId }))

/** Turns a saved draft into an issued plan. */
export const useIssuePlan = defineCommand(
  'issue_plan',
  ({ planId, revision }: { readonly planId: PlanId; readonly revision: number }) => ({
    p_plan_id: planId,
    p_expected_revision: revision,
  }),
)
