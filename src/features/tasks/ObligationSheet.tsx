import { taskObligationsOptions } from '@/data/obligations/queries'
import type { Obligation } from '@/domain/reporting/obligation'
import type { Assignment } from '@/domain/tasks/task'
import { Paper } from '@/ui/Paper'
import { QueryState } from '@/ui/QueryState'
import { useQuery } from '@tanstack/react-query'
import { ObligationTable } from './ObligationTable'
import type { TaskSheetProps } from './task-sheet'
import styles from './TaskView.module.css'
import { UnitsByRole } from './UnitsByRole'

/** The units that had the task on the day of the obligations, each in the role of that day. */
function assignmentsOnDay(assignments: readonly Assignment[], obligations: readonly Obligation[]): Assignment[] {
  const roles = new Map(obligations.map(({ assignmentId, role }) => [assignmentId, role]))
  return assignments.flatMap((assignment) => {
    const role = roles.get(assignment.id)
    return role === undefined ? [] : [{ ...assignment, role, withdrawnAt: null, withdrawnReason: null }]
  })
}

/** Who owes the task, and where each stands on each milestone. */
export function ObligationSheet({ task, asOf, title }: TaskSheetProps) {
  const query = useQuery(taskObligationsOptions(task.id, asOf))
  return (
    <Paper title={title}>
      {asOf === null ? <UnitsByRole assignments={task.assignments} /> : null}
      <QueryState query={query} empty={<p className={styles.quiet}>没有单位承担此任务。</p>}>
        {(obligations) => (
          <>
            {asOf === null ? null : <UnitsByRole assignments={assignmentsOnDay(task.assignments, obligations)} />}
            <ObligationTable obligations={obligations} />
          </>
        )}
      </QueryState>
    </Paper>
  )
}
