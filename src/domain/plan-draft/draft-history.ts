import type { PlanDraft } from './plan-draft'

const MOST_STEPS = 200

type DraftChange = (draft: PlanDraft) => PlanDraft

/** Changes the draft; edits of one merge key in a row are one step of undo. */
export type EditDraft = (change: DraftChange, mergeKey?: string) => void

/** A draft with the steps that can be undone and done again. */
export interface DraftHistory {
  readonly past: readonly PlanDraft[]
  readonly present: PlanDraft
  readonly future: readonly PlanDraft[]
  /** Names the edit that made the present, so that typing on in one field stays one step. */
  readonly mergeKey: string | null
}

/** A history that begins with this draft. */
export function startHistory(draft: PlanDraft): DraftHistory {
  return { past: [], present: draft, future: [], mergeKey: null }
}

/** The history after an edit; the same one when nothing was changed. */
export function editStep(history: DraftHistory, change: DraftChange, mergeKey: string | null = null): DraftHistory {
  const draft = change(history.present)
  if (draft === history.present) return history
  const isSameStep = mergeKey !== null && mergeKey === history.mergeKey
  const past = isSameStep ? history.past : [...history.past, history.present].slice(-MOST_STEPS)
  return { past, present: draft, future: [], mergeKey }
}

/** The history one step back; the same one when there is none. */
export function undoStep(history: DraftHistory): DraftHistory {
  const { past, present, future } = history
  const previous = past.at(-1)
  if (previous === undefined) return history
  return { past: past.slice(0, -1), present: previous, future: [present, ...future], mergeKey: null }
}

/** The history with the step done again that was undone last; the same one when there is none. */
export function redoStep(history: DraftHistory): DraftHistory {
  const { past, present, future } = history
  const [next, ...later] = future
  if (next === undefined) return history
  return { past: [...past, present], present: next, future: later, mergeKey: null }
}
