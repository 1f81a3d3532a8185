import { TaskListPage } from '@/features/tasks/TaskListPage'

/** Every task, narrowed as the address says. */
export function Component() {
  return <TaskListPage />
}
