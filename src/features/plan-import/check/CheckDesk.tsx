import type { PlanSource, SavedPlanDraft } from '@/data/plan-drafts/plan-draft'
import { indexDirectory, isUnresolved, listNames } from '@/domain/plan-draft/unit-names'
import type { NameDirectory } from '@/domain/plan-draft/unit-names'
import { useMediaQuery } from '@/ui/use-media-query'
import { useSearchState } from '@/ui/use-search-state'
import { useCallback, useMemo, useState } from 'react'
import { AddonFrame } from './AddonFrame'
import styles from './CheckDesk.module.css'
import { CheckHead } from './CheckHead'
import { CheckTabs } from './CheckTabs'
import { CheckViewPane } from './CheckViewPane'
import type { CheckView, SelectionOrigin } from './check-context'
import { DeskActionsContext, DeskNamesContext } from './check-context'
import { ConflictDialog } from './ConflictDialog'
import type { DraftBackup } from './draft-backup'
import { SourcePane } from './SourcePane'
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
  const isNarrow = useMediaQuery('(max-width: 900px)')
  const [search, setSearch] = useSearchState(searchDefaults)
  const view = toView(search.view, isNarrow)
  const desk = useDesk(editor, source, isNarrow, (next) => setSearch({ view: next }))
  const index = useMemo(() => indexDirectory(directory), [directory])
  const names = useMemo(() => ({ index, resolutions: draft.resolutions }), [index, draft.resolutions])
  const written = useMemo(() => listNames(draft, index), [draft, index])
  const selected = draft.tasks.find((task) => task.id === desk.selection.taskId) ?? null
  useUndoKeys(editor.undo, editor.redo)
  const tabs = <CheckTabs view={view} isNarrow={isNarrow} draft={draft} unresolved={written.filter(isUnresolved).length} onChange={desk.actions.show} />

  return (
    <DeskActionsContext value={desk.actions}>
      <DeskNamesContext value={names}>
        <CheckHead editor={editor} planId={saved.planId} fileName={source.fileName} names={written} />
        {isNarrow ? tabs : null}
        <div className={styles.panes}>
          {isNarrow && view !== 'source' ? null : (
            <div className={styles.source}>
              <SourcePane draft={draft} selected={selected} isFollowing={desk.selection.origin === 'result'} />
            </div>
          )}
          {isNarrow && view === 'source' ? null : (
            <div className={styles.result}>
              {isNarrow ? null : tabs}
              <AddonFrame draft={draft}>
                <CheckViewPane
                  view={view}
                  draft={draft}
                  names={written}
                  selectedId={selected?.id ?? null}
                  isFollowing={desk.selection.origin === 'source'}
                  isOnlyDoubtful={search.doubtful}
                  onDoubtful={(doubtful) => setSearch({ doubtful })}
                />
              </AddonFrame>
            </div>
          )}
        </div>
        <ConflictDialog editor={editor} planId={saved.planId} />
      </DeskNamesContext>
    </DeskActionsContext>
  )
}

interface Selection {
  readonly taskId: string | null
  readonly origin: SelectionOrigin
}

/** The selection and the actions of the desk. */
function useDesk(editor: DraftEditor, source: PlanSource, isNarrow: boolean, show: (view: CheckView) => void) {
  const [selection, setSelection] = useState<Selection>({ taskId: null, origin: 'result' })
  const { edit } = editor
  const select = useCallback(
    (taskId: string | null, origin: SelectionOrigin) => {
      setSelection({ taskId, origin })
      // From the source one comes to the task, whatever view is open.
      if (origin === 'source' && taskId !== null) show('tasks')
    },
    // `show` only writes the address; a new one does the same as the old.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [isNarrow],
  )
  const showView = useCallback(
    (view: CheckView) => {
      if (view === 'source') setSelection((current) => ({ ...current, origin: 'result' }))
      show(view)
    },
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [],
  )
  const actions = useMemo(() => ({ edit, select, show: showView, sourceText: source.text }), [edit, select, showView, source.text])
  return { selection, actions }
}

const VIEWS: readonly CheckView[] = ['tasks', 'names', 'facts', 'dropped', 'source']

/** The view that the address names; the source has a pane of its own where there is room. */
function toView(text: string, isNarrow: boolean): CheckView {
  const view = VIEWS.find((known) => known === text) ?? 'tasks'
  return view === 'source' && !isNarrow ? 'tasks' : view
}
