import { TaskLineagePanel } from '@/features/lineage/task/TaskLineagePanel'
import { TaskPage } from '@/features/tasks/TaskPage'

/** One task: source, lineage, units, milestones, reports, history. */
export function Component() {
  return <TaskPage renderLineage={(task, asOf) => <TaskLineagePanel key={task.id} task={task} asOf={asOf} />} />
}
