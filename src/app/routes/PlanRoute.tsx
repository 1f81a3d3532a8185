import { PlanWork } from '@/features/dashboard/PlanWork'
import { PlanPage } from '@/features/plans/PlanPage'
import { TaskLedgerSheet } from '@/features/tasks/TaskLedgerSheet'

/** One plan with its chapters and tasks. */
export function Component() {
  return (
    <PlanPage
      renderWork={(planId, asOf) => (
        <>
          <PlanWork scope={{ planId, asOf }} />
          <TaskLedgerSheet title="任务" fixed={{ planId }} />
        </>
      )}
    />
  )
}
