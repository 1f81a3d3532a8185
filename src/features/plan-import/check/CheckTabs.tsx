import { isUnresolved } from '@/domain/plan-draft/unit-names'
import { TabList, type Tab } from '@/ui/tabs/TabList'
import type { CheckView } from './check-view'
import styles from './CheckDesk.module.css'
import { EditTools } from './EditTools'
import { useDesk, useDeskActions } from './use-desk'

interface CheckTabsProps {
  readonly view: CheckView
  readonly isNarrow: boolean
}

/** What the right pane shows; on a phone the source is one of them. */
export function CheckTabs({ view, isNarrow }: CheckTabsProps) {
  const { show } = useDeskActions()
  const tasks = useDesk(({ draft }) => draft.tasks.length)
  const dropped = useDesk(({ draft }) => draft.dropped.length)
  const unresolved = useDesk(({ names }) => [...names.values()].filter(isUnresolved).length)
  const tabs: readonly Tab<CheckView>[] = [
    ...(isNarrow ? [{ key: 'source' as const, label: '原文' }] : []),
    { key: 'tasks', label: `任务 ${tasks}` },
    { key: 'names', label: unresolved === 0 ? '单位名称' : `单位名称（${unresolved} 个未对应）` },
    { key: 'facts', label: '计划信息' },
    { key: 'dropped', label: `未采用 ${dropped}` },
  ]
  return (
    <div className={styles.tabs}>
      <TabList
        tabs={tabs}
        active={view}
        onChange={show}
        // The head scrolls away; what tells that all is saved must not.
        extra={isNarrow ? null : <EditTools />}
      />
    </div>
  )
}
