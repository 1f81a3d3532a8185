import { doubtsFirst } from '@/domain/plan-draft/review-draft'
import { Segments } from '@/ui/Segments'
import { Skeleton } from '@/ui/Skeleton'
import { lazyPart } from '@/ui/lazy-part'
import { Suspense } from 'react'
import styles from './CheckDesk.module.css'
import type { CheckView } from './check-view'
import { DefaultUnits } from './DefaultUnits'
import { DoubtList } from './DoubtList'
import { DroppedList } from './DroppedList'
import { TaskList } from './TaskList'
import { useDesk, useDeskActions } from './use-desk'

// The list of tasks is what the desk opens with; the forms of the other views come when they are asked for.
const NameTable = lazyPart(() => import('./NameTable').then((module) => module.NameTable))
const PlanFacts = lazyPart(() => import('./PlanFacts').then((module) => module.PlanFacts))

/** The right pane: tasks, names, facts, or what was left out. */
export function CheckViewPane({ view }: { readonly view: CheckView }) {
  if (view === 'tasks' || view === 'source') return <TaskView />
  if (view === 'dropped') return <DroppedList />
  return <Suspense fallback={<Skeleton />}>{view === 'names' ? <NameTable /> : <PlanFacts />}</Suspense>
}

function TaskView() {
  const { showDoubtful } = useDeskActions()
  const draft = useDesk((desk) => desk.draft)
  const isOnlyDoubtful = useDesk((desk) => desk.isOnlyDoubtful)
  const addons = useDesk((desk) => desk.addons)
  const doubtful = doubtsFirst(draft).length
  return (
    <>
      <DefaultUnits />
      <div className={styles.filter}>
        <Segments
          label="显示哪些任务"
          value={isOnlyDoubtful ? 'doubtful' : 'all'}
          choices={[
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
