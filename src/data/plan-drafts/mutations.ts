import type { PlanDraft } from '@/domain/plan-draft/plan-draft'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { getClient } from '../client'
import { planKeys } from '../plans/keys'
import { unwrap } from '../request'
import { planDraftKeys } from './keys'
import { draftToJson, tablesToJson } from './mapper'
import type { PlanImport } from './plan-draft'

/** Keeps a document and makes a draft of each plan chosen from it; answers the plans' ids. */
export function useImportPlans() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async ({ fileName, mediaType, document, drafts }: PlanImport): Promise<readonly string[]> => {
      const rows = await unwrap(
        getClient().rpc('import_plans', {
          p_file_name: fileName,
          p_media_type: mediaType,
          p_content: document.text,
          p_tables: tablesToJson(document.tables),
          p_drafts: drafts.map(draftToJson),
        }),
      )
      return rows.map((row) => row.plan_id)
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: planKeys.lists() }),
    meta: { isErrorShownInPlace: true },
  })
}

/**
 * Saves a draft if nobody else saved since that revision; answers the new one. Not a hook, because saving
 * goes on by itself while the page is open, and once more when it closes.
 */
export function savePlanDraft(planId: string, expectedRevision: number, draft: PlanDraft): Promise<number> {
  return unwrap(
    getClient().rpc('save_plan_draft', {
      p_plan_id: planId,
      p_expected_revision: expectedRevision,
      p_content: draftToJson(draft),
    }),
  )
}

/** Throws a draft away. */
export function useDiscardPlanDraft() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (planId: string) => unwrap(getClient().rpc('discard_plan_draft', { p_plan_id: planId })),
    onSuccess: async (_result, planId) => {
      queryClient.removeQueries({ queryKey: planDraftKeys.detail(planId) })
      await queryClient.invalidateQueries({ queryKey: planKeys.all })
    },
    meta: { isErrorShownInPlace: true },
  })
}

/** Turns a saved draft into an issued plan. Everything that counts tasks is read again. */
export function useIssuePlan() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ planId, revision }: { readonly planId: string; readonly revision: number }) =>
      unwrap(getClient().rpc('issue_plan', { p_plan_id: planId, p_expected_revision: revision })),
    onSuccess: () =>
      queryClient.invalidateQueries({ predicate: (query) => query.queryKey[0] !== planDraftKeys.all[0] }),
    meta: { isErrorShownInPlace: true },
  })
}
