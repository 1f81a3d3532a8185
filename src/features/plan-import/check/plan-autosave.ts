import { savePlanDraft } from '@/data/plan-drafts/mutations'
import type { SavedPlanDraft } from '@/data/plan-drafts/plan-draft'
import { fetchPlanDraft } from '@/data/plan-drafts/queries'
import { saveFailureOf } from '@/data/save-failure'
import type { PlanId } from '@/domain/ids'
import type { PlanDraft } from '@/domain/plan-draft/plan-draft'
import { Autosave } from '@/lib/autosave'
import type { DeviceCopy } from '@/lib/device-copy'
import { isSameJson } from '@/lib/is-same-json'
import type { SavedVersion } from '@/lib/saved-version'

/** A draft may be some hundred kB; writing that with every letter would be felt. */
const KEEP_AFTER_MS = 250

/** Saves a draft plan by itself, beginning with what is on the desk at first. */
export function openPlanAutosave(
  saved: SavedPlanDraft,
  start: PlanDraft,
  device: DeviceCopy<PlanDraft>,
): Autosave<PlanDraft, PlanId> {
  const { planId } = saved
  return new Autosave({
    saved: toVersion(saved),
    start,
    isSame: isSameJson,
    save: async (expectedRevision, draft) => {
      const revision = await savePlanDraft(planId, expectedRevision, draft)
      return { id: planId, revision, savedAt: new Date() }
    },
    readTheirs: async () => toVersion(await fetchPlanDraft(planId)),
    failureOf: saveFailureOf,
    device,
    keepAfterMs: KEEP_AFTER_MS,
  })
}

function toVersion({ planId, revision, savedAt, draft }: SavedPlanDraft): SavedVersion<PlanDraft, PlanId> {
  return { id: planId, revision, savedAt: new Date(savedAt), content: draft, savedBy: null }
}
