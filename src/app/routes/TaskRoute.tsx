import { TaskLineagePanel } from '@/features/lineage/task/TaskLineagePanel'
import { ReopenCompletion } from '@/features/review/ReopenCompletion'
import { TaskPage } from '@/features/tasks/TaskPage'

/** One task: source, lineage, units, milestones, reports, history; the lead office can take a completion back. */
export function Component() {
  return (
    <TaskPage
      renderLineage={(task, asOf) => <TaskLineagePanel key={task.id} task={task} asOf={asOf} />}
      renderObligationAction={(_task, obligation) => <ReopenCompletion obligation={obligation} />}
    />
  )
}
