import { assignedTaskOptions, assignmentObligationsOptions } from '@/data/obligations/queries'
import { paths, withSearch } from '@/domain/addresses/paths'
import type { Obligation } from '@/domain/reporting/obligation'
import { obligationKey } from '@/domain/reporting/obligation'
import { taskName } from '@/domain/tasks/task-name'
import { EmptyState } from '@/ui/EmptyState'
import { PageHeader } from '@/ui/PageHeader'
import { Paper } from '@/ui/Paper'
import { QueryState } from '@/ui/QueryState'
import { usePrefetchQuery, useQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import { MilestonePicker } from './MilestonePicker'
import { ReportDesk } from './ReportDesk'
import styles from './ReportForm.module.css'
import { RequirementPanel } from './RequirementPanel'
import { SubmissionHistoryPanel } from './SubmissionHistoryPanel'

/** Reporting on one assignment, one of its milestones at a time. */
export function ReportPage({ assignmentId }: { readonly assignmentId: string }) {
  const query = useQuery(assignmentObligationsOptions(assignmentId))
  // Asked for at once, so that the page does not wait for one after the other.
  usePrefetchQuery(assignedTaskOptions(assignmentId))
  return (
    <QueryState
      query={query}
      isEmpty={(obligations) => obligations.length === 0}
      empty={
        <Paper>
          <EmptyState
            title="这项任务不由您单位承担"
            hint="它可能已撤销，或改由其他单位承担。"
            action={<Link to={paths.myTasks.to()}>回到我的任务</Link>}
          />
        </Paper>
      }
    >
      {(obligations) => <OneMilestone obligations={obligations} />}
    </QueryState>
  )
}

function OneMilestone({ obligations }: { readonly obligations: readonly Obligation[] }) {
  const [search] = useSearchParams()
  const chosen = chooseMilestone(obligations, search.get('milestone'))
  if (chosen === undefined) return null
  return (
    <>
      <PageHeader
        title={taskName(chosen)}
        description={chosen.planTitle}
        back={<Link to={paths.myTasks.to()}>我的任务</Link>}
      />
      <MilestonePicker
        obligations={obligations}
        chosenId={chosen.milestoneId}
        addressOf={(milestone) => withSearch(paths.myTask.to(chosen.assignmentId), { milestone })}
      />
      <Desk key={obligationKey(chosen)} obligation={chosen} />
    </>
  )
}

function Desk({ obligation }: { readonly obligation: Obligation }) {
  const task = useQuery(assignedTaskOptions(obligation.assignmentId))
  return (
    <QueryState query={task}>
      {(assigned) => (
        <div className={styles.columns}>
          <ReportDesk obligation={obligation} task={assigned} />
          <aside>
            <RequirementPanel obligation={obligation} task={assigned} />
            <SubmissionHistoryPanel obligation={obligation} />
          </aside>
        </div>
      )}
    </QueryState>
  )
}

/** The milestone in the address, else the earliest that is still open, else the last one. */
function chooseMilestone(obligations: readonly Obligation[], milestoneId: string | null): Obligation | undefined {
  const named = obligations.find((each) => each.milestoneId === milestoneId)
  const open = obligations.find((each) => !each.isComplete && !each.isNotApplicable)
  return named ?? open ?? obligations.at(-1)
}
