import { doubtsFirst } from '@/domain/plan-draft/review-draft'
import { Segmented } from 'antd'
import styles from './CheckDesk.module.css'
import type { CheckView } from './check-view'
import { DefaultUnits } from './DefaultUnits'
import { DoubtList } from './DoubtList'
import { DroppedList } from './DroppedList'
import { NameList } from './NameList'
import { PlanFacts } from './PlanFacts'
import { TaskList } from './TaskList'
import { useDesk, useDeskActions } from './use-desk'

/** The right pane: tasks, names, facts, or what was left out. */
export function CheckViewPane({ view }: { readonly view: CheckView }) {
  if (view === 'names') return <NameList />
  if (view === 'facts') return <PlanFacts />
  if (view === 'dropped') return <DroppedList />
  return <TaskView />
}

function TaskView() {
  const { showDoubtful } = useDeskActions()
  const draft = useDesk((desk) => desk.draft)
  const isOnlyDoubtful = useDesk((desk) => desk.isOnlyDoubtful)
  const addons = useDesk((desk) => desk.addons)
  const doubtful = doubtsFirst(draft.tasks).length
  return (
    <>
      <DefaultUnits />
      <div className={styles.filter}>
        <Segmented
          aria-label="显示哪些任务"
          value={isOnlyDoubtful ? 'doubtful' : 'all'}
          options={[
            { value: 'all', label: `全部 ${draft.tasks.length}` },
            { value: 'doubtful', label: `待核对 ${doubtful}` },
          ]}
          onChange={(value) => showDoubtful(value === 'doubtful')}
        />
      </div>
      {isOnlyDoubtful ? null : <DoubtList />}
      {addons === null ? null : <addons.Overview draft={draft} />}
      <TaskList />
    </>
  )
}
