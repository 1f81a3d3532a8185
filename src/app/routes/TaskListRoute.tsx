/** Every task, narrowed as the address says. */
export { TaskListPage as Component } from '@/features/tasks/TaskListPage'
