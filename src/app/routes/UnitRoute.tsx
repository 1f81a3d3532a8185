import { TaskLedgerSheet } from '@/features/tasks/TaskLedgerSheet'
import { UnitPage } from '@/features/units/UnitPage'

/** One unit and what it owes. */
export function Component() {
  return <UnitPage renderTasks={(unitId) => <TaskLedgerSheet title="任务" fixed={{ unitId }} />} />
}
