import { AddonFrame } from './AddonFrame'
import styles from './CheckDesk.module.css'
import { CheckTabs } from './CheckTabs'
import { CheckViewPane } from './CheckViewPane'
import { SourcePane } from './SourcePane'
import { useDesk } from './use-desk'
import { useIsNarrow } from '@/ui/use-media-query'

/** Two panes side by side; on a phone one, with the source among the tabs. */
export function CheckPanes() {
  const isNarrow = useIsNarrow()
  const named = useDesk((desk) => desk.view)
  // The source has a pane of its own where there is room.
  const view = named === 'source' && !isNarrow ? 'tasks' : named
  const source = (
    <div className={styles.source}>
      <SourcePane />
    </div>
  )
  const tabs = <CheckTabs view={view} isNarrow={isNarrow} />
  const result = (
    <AddonFrame>
      <CheckViewPane view={view} />
    </AddonFrame>
  )
  if (isNarrow) {
    return (
      <>
        {tabs}
        {view === 'source' ? source : result}
      </>
    )
  }
  return (
    <div className={styles.panes}>
      {source}
      <div className={styles.result}>
        {tabs}
        {result}
      </div>
    </div>
  )
}
