import { isLocalDate } from '@/domain/local-date/local-date'
import { asObject, number, text } from '@/domain/plan-draft/json-fields'
import type { PlanDraft } from '@/domain/plan-draft/plan-draft'
import { readDraft } from '@/domain/plan-draft/read-draft'

/** Edits kept on this device because the server could not be reached. */
export interface DraftBackup {
  /** The revision that the edits were made on. */
  readonly baseRevision: number
  readonly keptAt: string
  readonly draft: PlanDraft
}

/** Where backups are kept; the browser's local storage, or a stand-in in tests. */
export type BackupStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const keyOf = (planId: string): string => `plan-draft:${planId}`

/** The edits kept for a plan, or null. */
export function readBackup(store: BackupStore, planId: string): DraftBackup | null {
  try {
    const kept = asObject(JSON.parse(store.getItem(keyOf(planId)) ?? 'null'))
    const baseRevision = number(kept.baseRevision)
    const startsOn = asObject(asObject(kept.draft).document).startsOn
    if (baseRevision === null || typeof startsOn !== 'string' || !isLocalDate(startsOn)) return null
    return { baseRevision, keptAt: text(kept.keptAt), draft: readDraft(kept.draft, startsOn) }
  } catch {
    return null
  }
}

/** Keeps edits on this device; false when the device refuses, as it does when full or in private mode. */
export function writeBackup(store: BackupStore, planId: string, backup: DraftBackup): boolean {
  try {
    store.setItem(keyOf(planId), JSON.stringify(backup))
    return true
  } catch {
    return false
  }
}

/** Forgets the kept edits of a plan. */
export function removeBackup(store: BackupStore, planId: string): void {
  try {
    store.removeItem(keyOf(planId))
  } catch {
    // A device that keeps nothing has nothing to forget.
  }
}
