import { TaskPage } from '@/features/tasks/TaskPage'

/** One task: source, units, milestones, reports, history. */
export function Component() {
  return <TaskPage />
}
