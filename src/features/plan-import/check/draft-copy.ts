import type { PlanId, UserId } from '@/domain/ids'
import { isLocalDate } from '@/domain/local-date/local-date'
import { asObject } from '@/domain/plan-draft/json-fields'
import type { PlanDraft } from '@/domain/plan-draft/plan-draft'
import { readDraft } from '@/domain/plan-draft/read-draft'
import { DeviceCopy, forgetKept, readKept, type KeptCopy } from '@/lib/device-copy'

const SUBJECT = 'plan-draft'

/** What one person edited of one plan and this browser keeps. */
export function planDraftCopy(userId: UserId, planId: PlanId): DeviceCopy<PlanDraft> {
  return new DeviceCopy(SUBJECT, userId, planId, toDraft)
}

const unsignedKey = (planId: PlanId) => `${SUBJECT}:${planId}`

/** Edits kept before copies were kept by person; nobody can tell whose they are. */
export function readUnsignedCopy(planId: PlanId): KeptCopy<PlanDraft> | null {
  const kept = readKept(unsignedKey(planId))
  const content = toDraft(kept.draft)
  return content === null
    ? null
    : { content, baseRevision: null, keptAt: typeof kept.keptAt === 'string' ? kept.keptAt : '' }
}

export function forgetUnsignedCopy(planId: PlanId): void {
  forgetKept(unsignedKey(planId))
}

function toDraft(content: unknown): PlanDraft | null {
  const { startsOn } = asObject(asObject(content).document)
  return typeof startsOn === 'string' && isLocalDate(startsOn) ? readDraft(content, startsOn) : null
}
