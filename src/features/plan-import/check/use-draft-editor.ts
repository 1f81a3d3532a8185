import { savePlanDraft } from '@/data/plan-drafts/mutations'
import type { SavedPlanDraft } from '@/data/plan-drafts/plan-draft'
import type { DraftHistory } from '@/domain/plan-draft/draft-history'
import { reduceHistory, startHistory } from '@/domain/plan-draft/draft-history'
import type { PlanDraft } from '@/domain/plan-draft/plan-draft'
import { useCallback, useEffect, useMemo, useReducer, useRef, useState, useSyncExternalStore } from 'react'
import type { DraftBackup } from './draft-backup'
import type { SaverState } from './draft-saver'
import { DraftSaver } from './draft-saver'

/** Changes the draft; edits of one merge key in a row are one step of undo. */
export type EditDraft = (change: (draft: PlanDraft) => PlanDraft, mergeKey?: string) => void

export interface DraftEditor {
  readonly draft: PlanDraft
  readonly edit: EditDraft
  readonly undo: () => void
  readonly redo: () => void
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly saver: DraftSaver
  readonly saving: SaverState
}

/** The draft on the desk: edited in memory with undo, saved by itself. A backup to restore counts as the first edit. */
export function useDraftEditor(saved: SavedPlanDraft, backup: DraftBackup | null): DraftEditor {
  const [history, dispatch] = useReducer(reduceHistory, null, () => openHistory(saved.draft, backup))
  const [saver] = useState(
    () =>
      new DraftSaver({
        planId: saved.planId,
        revision: saved.revision,
        savedAt: new Date(saved.savedAt),
        save: savePlanDraft,
        store: localStorage,
      }),
  )
  const saving = useSyncExternalStore(saver.subscribe, saver.getState)
  useSaving(saver, history.present, saved.draft)

  const edit = useCallback<EditDraft>(
    (change, mergeKey) => dispatch({ type: 'edit', change, ...(mergeKey === undefined ? {} : { mergeKey }) }),
    [],
  )
  const undo = useCallback(() => dispatch({ type: 'undo' }), [])
  const redo = useCallback(() => dispatch({ type: 'redo' }), [])
  return useMemo(
    () => ({
      draft: history.present,
      edit,
      undo,
      redo,
      canUndo: history.past.length > 0,
      canRedo: history.future.length > 0,
      saver,
      saving,
    }),
    [history, edit, undo, redo, saver, saving],
  )
}

function openHistory(draft: PlanDraft, backup: DraftBackup | null): DraftHistory {
  const history = startHistory(draft)
  return backup === null ? history : reduceHistory(history, { type: 'edit', change: () => backup.draft })
}

/** Hands each new draft to the saver; saves when the connection is back and when the page is left. */
function useSaving(saver: DraftSaver, draft: PlanDraft, savedDraft: PlanDraft): void {
  const last = useRef(savedDraft)
  useEffect(() => {
    if (draft === last.current) return
    last.current = draft
    saver.change(draft)
  }, [saver, draft])
  useEffect(() => {
    const retry = (): void => void saver.flush()
    const warn = (event: BeforeUnloadEvent): void => {
      if (!saver.isDirty) return
      saver.leave()
      event.preventDefault()
    }
    globalThis.addEventListener('online', retry)
    globalThis.addEventListener('beforeunload', warn)
    return () => {
      globalThis.removeEventListener('online', retry)
      globalThis.removeEventListener('beforeunload', warn)
      saver.leave()
    }
  }, [saver])
}
