import type { PlanSource, SavedPlanDraft } from '@/data/plan-drafts/plan-draft'
import type { PlanDraft } from '@/domain/plan-draft/plan-draft'
import type { NameDirectory } from '@/domain/plan-draft/unit-names'
import type { DeviceCopy } from '@/lib/device-copy'
import { openedPart } from '@/ui/lazy-part'
import { useAutosave } from '@/ui/use-autosave'
import { useSearchState } from '@/ui/use-search-state'
import { useEffect, useState } from 'react'
import { useStore, type StoreApi } from 'zustand'
import type { CheckAddons } from './check-addons'
import { CheckHead } from './CheckHead'
import { CheckPanes } from './CheckPanes'
import { toCheckView } from './check-view'
import { createDesk, type Desk } from './desk-store'
import { openPlanAutosave } from './plan-autosave'
import { DeskContext, useDesk } from './use-desk'
import { useUndoKeys } from './use-undo-keys'

const ConflictDialog = openedPart(() => import('./ConflictDialog').then((module) => module.ConflictDialog))

interface CheckDeskProps {
  readonly saved: SavedPlanDraft
  /** What is on the desk at first: the saved draft, or edits of it that this device kept. */
  readonly start: PlanDraft
  readonly device: DeviceCopy<PlanDraft>
  readonly source: PlanSource
  readonly directory: NameDirectory
  readonly addons?: CheckAddons | null
}

/** The source at the left, what was made of it at the right; each leads to the other. */
export function CheckDesk(props: CheckDeskProps) {
  const desk = useNewDesk(props)
  const { directory } = props
  const { autosave, actions } = desk.getState()
  useAutosave(autosave)
  useUndoKeys(actions.undo, actions.redo)
  useEffect(() => actions.lookUpIn(directory), [actions, directory])
  return (
    <DeskContext value={desk}>
      <CheckHead />
      <CheckPanes />
      <Conflict />
    </DeskContext>
  )
}

const searchDefaults = { view: 'tasks', doubtful: false } as const

/** The desk, which begins with the view that the address names; from then on the address follows the desk. */
function useNewDesk({ saved, start, device, source, directory, addons = null }: CheckDeskProps): StoreApi<Desk> {
  const [search, setSearch] = useSearchState(searchDefaults)
  const [desk] = useState(() =>
    createDesk({
      saved,
      start,
      source,
      directory,
      addons,
      autosave: openPlanAutosave(saved, start, device),
      view: toCheckView(search.view),
      isOnlyDoubtful: search.doubtful,
    }),
  )
  const view = useStore(desk, (one) => one.view)
  const doubtful = useStore(desk, (one) => one.isOnlyDoubtful)
  const isTold = search.view === view && search.doubtful === doubtful
  useEffect(() => {
    if (!isTold) setSearch({ view, doubtful })
  }, [isTold, view, doubtful, setSearch])
  return desk
}

/** Fetched when a colleague has saved meanwhile. */
function Conflict() {
  const autosave = useDesk((desk) => desk.autosave)
  const isThere = useStore(autosave.store, ({ conflict }) => conflict !== null)
  return <ConflictDialog isOpen={isThere} />
}
