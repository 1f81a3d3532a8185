import type { PlanSource, SavedPlanDraft } from '@/data/plan-drafts/plan-draft'
import type { PlanId } from '@/domain/ids'
import {
  editStep,
  redoStep,
  startHistory,
  undoStep,
  type DraftHistory,
  type EditDraft,
} from '@/domain/plan-draft/draft-history'
import type { DraftTaskId } from '@/domain/plan-draft/draft-ids'
import type { PlanDraft } from '@/domain/plan-draft/plan-draft'
import {
  indexDirectory,
  isUnresolved,
  listNames,
  type DraftName,
  type NameDirectory,
  type NameIndex,
} from '@/domain/plan-draft/unit-names'
import type { Autosave } from '@/lib/autosave'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { CheckAddons } from './check-addons'
import type { CheckView } from './check-view'

/** Where a selection came from decides which pane follows it. */
type SelectionOrigin = 'source' | 'result'

/** What can be done anywhere on the desk; stays the same object. */
export interface DeskActions {
  readonly edit: EditDraft
  /** An edit that makes a task, which is then open. */
  readonly add: (make: (draft: PlanDraft) => { readonly draft: PlanDraft; readonly taskId: DraftTaskId | null }) => void
  readonly undo: () => void
  readonly redo: () => void
  readonly select: (taskId: DraftTaskId | null, origin: SelectionOrigin) => void
  readonly show: (view: CheckView) => void
  readonly showDoubtful: (isOnly: boolean) => void
  /** Takes the units and groups as they are now. */
  readonly lookUpIn: (directory: NameDirectory) => void
}

interface Fixed {
  readonly planId: PlanId
  readonly source: PlanSource
  readonly autosave: Autosave<PlanDraft, PlanId>
  readonly addons: CheckAddons | null
}

interface View {
  readonly view: CheckView
  readonly isOnlyDoubtful: boolean
}

/** Everything on the check desk of one draft. */
export interface Desk extends Fixed, View {
  readonly history: DraftHistory
  /** The history's present. */
  readonly draft: PlanDraft
  /** Which task is open, and on which side it was chosen. */
  readonly selection: { readonly taskId: DraftTaskId | null; readonly origin: SelectionOrigin }
  readonly directory: NameDirectory
  readonly index: NameIndex
  /** Every written name once, with what it stands for. */
  readonly names: ReadonlyMap<string, DraftName>
  readonly actions: DeskActions
}

interface DeskInput extends Omit<Fixed, 'planId'>, View {
  readonly saved: SavedPlanDraft
  /** What the autosave begins with; not what was saved, it can be undone. */
  readonly start: PlanDraft
  readonly directory: NameDirectory
}

/** The desk with a draft on it; whatever changes the draft hands it to the autosave. */
export function createDesk({ saved, start, directory, ...rest }: DeskInput): StoreApi<Desk> {
  const history = editStep(startHistory(saved.draft), () => start)
  const index = indexDirectory(directory)
  const names = namesOf(start, index)
  return createStore<Desk>((set, get) => ({
    ...rest,
    // On a first import nothing can be issued before it is known who everybody is.
    view: rest.view === 'tasks' && isNobodyKnown(names) ? 'names' : rest.view,
    planId: saved.planId,
    history,
    draft: start,
    selection: { taskId: null, origin: 'result' },
    directory,
    index,
    names,
    actions: actionsOf(set, get),
  }))
}

function actionsOf(set: StoreApi<Desk>['setState'], get: StoreApi<Desk>['getState']): DeskActions {
  const go = (history: DraftHistory) => {
    if (history === get().history) return
    set({ history, draft: history.present, names: namesOf(history.present, get().index) })
    get().autosave.change(history.present)
  }
  const edit: EditDraft = (change, mergeKey) => go(editStep(get().history, change, mergeKey))
  const select: DeskActions['select'] = (taskId, origin) =>
    // From the source one comes to the task, whatever view is open.
    set({ selection: { taskId, origin }, ...(origin === 'source' && taskId !== null ? { view: 'tasks' } : {}) })
  return {
    edit,
    add: (make) => {
      const { draft, taskId } = make(get().draft)
      edit(() => draft)
      select(taskId, 'source')
    },
    undo: () => go(undoStep(get().history)),
    redo: () => go(redoStep(get().history)),
    select,
    show: (view) =>
      set(({ selection }) => ({ view, selection: view === 'source' ? { ...selection, origin: 'result' } : selection })),
    showDoubtful: (isOnlyDoubtful) => set({ isOnlyDoubtful }),
    lookUpIn: (directory) => {
      if (directory === get().directory) return
      const index = indexDirectory(directory)
      set(({ draft }) => ({ directory, index, names: namesOf(draft, index) }))
    },
  }
}

function isNobodyKnown(names: ReadonlyMap<string, DraftName>): boolean {
  return names.size > 0 && [...names.values()].every(isUnresolved)
}

function namesOf(draft: PlanDraft, index: NameIndex): ReadonlyMap<string, DraftName> {
  return new Map(listNames(draft, index).map((name) => [name.name, name]))
}
