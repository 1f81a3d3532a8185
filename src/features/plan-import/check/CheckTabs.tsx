import type { PlanDraft } from '@/domain/plan-draft/plan-draft'
import { Tabs } from 'antd'
import type { CheckView } from './check-context'
import styles from './CheckDesk.module.css'

interface CheckTabsProps {
  readonly view: CheckView
  readonly isNarrow: boolean
  readonly draft: PlanDraft
  readonly unresolved: number
  /** Stands at the right of the tabs and stays in view with them. */
  readonly aside: React.ReactNode
  readonly onChange: (view: CheckView) => void
}

/** What the right pane shows; on a phone the source is one of them. */
export function CheckTabs({ view, isNarrow, draft, unresolved, aside, onChange }: CheckTabsProps) {
  const tabs: { readonly key: CheckView; readonly label: string }[] = [
    ...(isNarrow ? [{ key: 'source' as const, label: '原文' }] : []),
    { key: 'tasks', label: `任务 ${draft.tasks.length}` },
    { key: 'names', label: unresolved === 0 ? '单位名称' : `单位名称（${unresolved} 个未对应）` },
    { key: 'facts', label: '计划信息' },
    { key: 'dropped', label: `未采用 ${draft.dropped.length}` },
  ]
  return (
    <div className={styles.tabs}>
      <Tabs
        activeKey={view}
        items={tabs}
        onChange={(key) => onChange(tabs.find((tab) => tab.key === key)?.key ?? 'tasks')}
        tabBarGutter={20}
        tabBarExtraContent={aside}
      />
    </div>
  )
}
