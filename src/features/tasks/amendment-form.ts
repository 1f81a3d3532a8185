import type { Task } from '@/data/tasks/task'

/** What every form of the amendment drawer is given. */
export interface AmendmentFormProps {
  readonly task: Task
  /** Something was typed, so closing asks first. */
  readonly onTouch: () => void
  /** The change is in the database. */
  readonly onDone: () => void
}
