import { taskObligationsOptions } from '@/data/obligations/queries'
import { Paper } from '@/ui/Paper'
import { QueryState } from '@/ui/QueryState'
import { useQuery } from '@tanstack/react-query'
import { ObligationTable } from './ObligationTable'
import type { TaskSheetProps } from './task-sheet'
import styles from './TaskView.module.css'
import { UnitsByRole } from './UnitsByRole'

/** Who owes the task, and where each stands on each milestone. */
export function ObligationSheet({ task, asOf, title }: TaskSheetProps) {
  const query = useQuery(taskObligationsOptions(task.id, asOf))
  return (
    <Paper title={title}>
      <UnitsByRole assignments={task.assignments} />
      <QueryState query={query} empty={<p className={styles.quiet}>没有单位承担此任务。</p>}>
        {(obligations) => <ObligationTable obligations={obligations} />}
      </QueryState>
    </Paper>
  )
}
