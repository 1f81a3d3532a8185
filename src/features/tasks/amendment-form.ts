import type { Task } from '@/domain/tasks/task'

/** What every form of the amendment drawer is given. */
export interface AmendmentFormProps {
  readonly task: Task
}
