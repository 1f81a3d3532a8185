import type { DraftName } from '@/domain/plan-draft/unit-names'
import { isUnresolved } from '@/domain/plan-draft/unit-names'
import { AddonFrame } from './AddonFrame'
import styles from './CheckDesk.module.css'
import { CheckTabs } from './CheckTabs'
import { CheckViewPane } from './CheckViewPane'
import type { CheckView, SelectionOrigin } from './check-context'
import { useDeskActions } from './check-context'
import { EditTools } from './EditTools'
import { SourcePane } from './SourcePane'
import type { DraftEditor } from './use-draft-editor'

/** Which task is open, and on which side it was chosen. */
export interface Selection {
  readonly taskId: string | null
  readonly origin: SelectionOrigin
}

interface CheckPanesProps {
  readonly editor: DraftEditor
  readonly names: readonly DraftName[]
  readonly selection: Selection
  readonly isNarrow: boolean
  readonly view: CheckView
  readonly isOnlyDoubtful: boolean
  readonly onDoubtful: (isOnly: boolean) => void
}

/** Two panes side by side; on a phone one, with the source among the tabs. */
export function CheckPanes({ editor, names, selection, isNarrow, view, isOnlyDoubtful, onDoubtful }: CheckPanesProps) {
  const { show } = useDeskActions()
  const { draft } = editor
  const selected = draft.tasks.find((task) => task.id === selection.taskId) ?? null
  const source = <SourcePane draft={draft} selected={selected} isFollowing={selection.origin === 'result'} />
  const result = (
    <AddonFrame draft={draft}>
      <CheckViewPane
        view={view}
        draft={draft}
        names={names}
        selectedId={selected?.id ?? null}
        isFollowing={selection.origin === 'source'}
        isOnlyDoubtful={isOnlyDoubtful}
        onDoubtful={onDoubtful}
      />
    </AddonFrame>
  )
  const tabs = (
    <CheckTabs
      view={view}
      isNarrow={isNarrow}
      draft={draft}
      unresolved={names.filter(isUnresolved).length}
      // The head scrolls away; what tells that all is saved must not.
      aside={isNarrow ? null : <EditTools editor={editor} />}
      onChange={show}
    />
  )
  if (isNarrow) {
    return (
      <>
        {tabs}
        {view === 'source' ? <div className={styles.source}>{source}</div> : result}
      </>
    )
  }
  return (
    <div className={styles.panes}>
      <div className={styles.source}>{source}</div>
      <div className={styles.result}>
        {tabs}
        {result}
      </div>
    </div>
  )
}
