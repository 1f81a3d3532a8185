import type { PlanDraft } from './plan-draft'

const MOST_STEPS = 200

/** A draft with the steps that can be undone and done again. */
export interface DraftHistory {
  readonly past: readonly PlanDraft[]
  readonly present: PlanDraft
  readonly future: readonly PlanDraft[]
  /** Names the edit that made the present, so that typing on in one field stays one step. */
  readonly mergeKey: string | null
}

export type DraftAction =
  | { readonly type: 'edit'; readonly change: (draft: PlanDraft) => PlanDraft; readonly mergeKey?: string }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' }
  | { readonly type: 'replace'; readonly draft: PlanDraft }

/** A history that begins with this draft. */
export function startHistory(draft: PlanDraft): DraftHistory {
  return { past: [], present: draft, future: [], mergeKey: null }
}

/** The history after an edit, an undo, a redo, or a draft taken over from elsewhere. */
export function reduceHistory(history: DraftHistory, action: DraftAction): DraftHistory {
  switch (action.type) {
    case 'edit':
      return withEdit(history, action.change(history.present), action.mergeKey ?? null)
    case 'undo': {
      const previous = history.past.at(-1)
      if (previous === undefined) return history
      return {
        past: history.past.slice(0, -1),
        present: previous,
        future: [history.present, ...history.future],
        mergeKey: null,
      }
    }
    case 'redo': {
      const next = history.future[0]
      if (next === undefined) return history
      return {
        past: [...history.past, history.present],
        present: next,
        future: history.future.slice(1),
        mergeKey: null,
      }
    }
    case 'replace':
      return startHistory(action.draft)
  }
}

function withEdit(history: DraftHistory, draft: PlanDraft, mergeKey: string | null): DraftHistory {
  if (draft === history.present) return history
  const isSameStep = mergeKey !== null && mergeKey === history.mergeKey
  const past = isSameStep ? history.past : [...history.past, history.present].slice(-MOST_STEPS)
  return { past, present: draft, future: [], mergeKey }
}
