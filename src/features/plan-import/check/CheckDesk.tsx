import type { PlanSource, SavedPlanDraft } from '@/data/plan-drafts/plan-draft'
import { indexDirectory, listNames } from '@/domain/plan-draft/unit-names'
import type { NameDirectory } from '@/domain/plan-draft/unit-names'
import { useIsNarrow } from '@/ui/use-media-query'
import { useSearchState } from '@/ui/use-search-state'
import { useEffect, useMemo, useRef, useState } from 'react'
import { CheckHead } from './CheckHead'
import type { Selection } from './CheckPanes'
import { CheckPanes } from './CheckPanes'
import type { CheckView, DeskActions } from './check-context'
import { DeskActionsContext, DeskNamesContext } from './check-context'
import { ConflictDialog } from './ConflictDialog'
import type { DraftBackup } from './draft-backup'
import type { DraftEditor } from './use-draft-editor'
import { useDraftEditor } from './use-draft-editor'
import { useUndoKeys } from './use-undo-keys'

interface CheckDeskProps {
  readonly saved: SavedPlanDraft
  readonly source: PlanSource
  readonly directory: NameDirectory
  /** Edits kept on this device that fit the saved draft; they are put back on the desk. */
  readonly backup: DraftBackup | null
}

const searchDefaults = { view: 'tasks', doubtful: false } as const

/** The source at the left, what was made of it at the right; each leads to the other. */
export function CheckDesk({ saved, source, directory, backup }: CheckDeskProps) {
  const editor = useDraftEditor(saved, backup)
  const { draft } = editor
  const isNarrow = useIsNarrow()
  const [search, setSearch] = useSearchState(searchDefaults)
  const { actions, selection } = useDesk(editor, source, (view) => setSearch({ view }))
  const index = useMemo(() => indexDirectory(directory), [directory])
  const names = useMemo(() => ({ index, resolutions: draft.resolutions }), [index, draft.resolutions])
  const written = useMemo(() => listNames(draft, index), [draft, index])
  useUndoKeys(editor.undo, editor.redo)
  return (
    <DeskActionsContext value={actions}>
      <DeskNamesContext value={names}>
        <CheckHead
          editor={editor}
          planId={saved.planId}
          fileName={source.fileName}
          names={written}
          isNarrow={isNarrow}
        />
        <CheckPanes
          editor={editor}
          names={written}
          selection={selection}
          isNarrow={isNarrow}
          view={toView(search.view, isNarrow)}
          isOnlyDoubtful={search.doubtful}
          onDoubtful={(doubtful) => setSearch({ doubtful })}
        />
        <ConflictDialog editor={editor} planId={saved.planId} />
      </DeskNamesContext>
    </DeskActionsContext>
  )
}

/** The selection and the actions of the desk. */
function useDesk({ edit }: DraftEditor, source: PlanSource, show: (view: CheckView) => void) {
  const [selection, setSelection] = useState<Selection>({ taskId: null, origin: 'result' })
  // The actions stay the same object while what they call is always the latest.
  const latestShow = useRef(show)
  useEffect(() => {
    latestShow.current = show
  })
  const actions = useMemo<DeskActions>(
    () => ({
      edit,
      sourceText: source.text,
      select: (taskId, origin) => {
        setSelection({ taskId, origin })
        // From the source one comes to the task, whatever view is open.
        if (origin === 'source' && taskId !== null) latestShow.current('tasks')
      },
      show: (view) => {
        if (view === 'source') setSelection((current) => ({ ...current, origin: 'result' }))
        latestShow.current(view)
      },
    }),
    [edit, source.text],
  )
  return { selection, actions }
}

const VIEWS: readonly CheckView[] = ['tasks', 'names', 'facts', 'dropped', 'source']

/** The view that the address names; the source has a pane of its own where there is room. */
function toView(text: string, isNarrow: boolean): CheckView {
  const view = VIEWS.find((known) => known === text) ?? 'tasks'
  return view === 'source' && !isNarrow ? 'tasks' : view
}
