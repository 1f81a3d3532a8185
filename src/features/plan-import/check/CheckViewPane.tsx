import type { PlanDraft } from '@/domain/plan-draft/plan-draft'
import { doubtsFirst } from '@/domain/plan-draft/review-draft'
import type { DraftName } from '@/domain/plan-draft/unit-names'
import { Segmented } from 'antd'
import { use } from 'react'
import { CheckAddonsContext } from './check-addons'
import styles from './CheckDesk.module.css'
import type { CheckView } from './check-context'
import { DefaultUnits } from './DefaultUnits'
import { DoubtList } from './DoubtList'
import { DroppedList } from './DroppedList'
import { NameList } from './NameList'
import { PlanFacts } from './PlanFacts'
import { TaskList } from './TaskList'

interface CheckViewPaneProps {
  readonly view: CheckView
  readonly draft: PlanDraft
  readonly names: readonly DraftName[]
  readonly selectedId: string | null
  readonly isFollowing: boolean
  readonly isOnlyDoubtful: boolean
  readonly onDoubtful: (isOnly: boolean) => void
}

/** The right pane: tasks, names, facts, or what was left out. */
export function CheckViewPane(props: CheckViewPaneProps) {
  const { view, draft, names } = props
  if (view === 'names') return <NameList names={names} />
  if (view === 'facts') return <PlanFacts document={draft.document} />
  if (view === 'dropped') return <DroppedList draft={draft} />
  return <TaskView {...props} />
}

function TaskView({ draft, selectedId, isFollowing, isOnlyDoubtful, onDoubtful }: CheckViewPaneProps) {
  const doubtful = doubtsFirst(draft.tasks).length
  const addons = use(CheckAddonsContext)
  return (
    <>
      <DefaultUnits draft={draft} />
      <div className={styles.filter}>
        <Segmented
          aria-label="显示哪些任务"
          value={isOnlyDoubtful ? 'doubtful' : 'all'}
          options={[
            { value: 'all', label: `全部 ${draft.tasks.length}` },
            { value: 'doubtful', label: `待核对 ${doubtful}` },
          ]}
          onChange={(value) => onDoubtful(value === 'doubtful')}
        />
      </div>
      {isOnlyDoubtful ? null : <DoubtList draft={draft} />}
      {addons === null ? null : <addons.Overview draft={draft} />}
      <TaskList draft={draft} selectedId={selectedId} isFollowing={isFollowing} isOnlyDoubtful={isOnlyDoubtful} />
    </>
  )
}
