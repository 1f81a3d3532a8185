import { useCurrentAccount } from '@/data/accounts/use-current-account'
import { assignmentObligationsOptions, obligationOptions, obligationTaskOptions } from '@/data/obligations/queries'
import { paths } from '@/domain/addresses/paths'
import type { ObligationId } from '@/domain/ids'
import type { Obligation } from '@/domain/reporting/obligation'
import { taskName } from '@/domain/tasks/task-name'
import { ErrorMessage } from '@/ui/ErrorMessage'
import { PageHeader } from '@/ui/PageHeader'
import { QueryState } from '@/ui/QueryState'
import { SideBySide } from '@/ui/SideBySide'
import { RequirementSheet } from '@/ui/work/RequirementSheet'
import { usePrefetchQuery, useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { MilestonePicker } from './MilestonePicker'
import { ReportDesk } from './ReportDesk'
import { SubmissionHistoryPanel } from './SubmissionHistoryPanel'

/** Reporting on one obligation of the reader's own unit. */
export function ReportPage({ obligationId }: { readonly obligationId: ObligationId }) {
  const query = useQuery(obligationOptions(obligationId, null))
  // Asked for at once, so that the page does not wait for one after the other.
  usePrefetchQuery(obligationTaskOptions(obligationId))
  return (
    <QueryState isPage query={query} isEmpty={(obligation) => obligation === null} empty={<NotYours />}>
      {(obligation) => (obligation === null ? null : <OwnOrNot obligation={obligation} />)}
    </QueryState>
  )
}

/** Everybody may know what another unit owes, and how it stands; what it writes is its own. */
function OwnOrNot({ obligation }: { readonly obligation: Obligation }) {
  const { unitId } = useCurrentAccount()
  return obligation.unitId === unitId ? <OwnObligation obligation={obligation} /> : <NotYours />
}

function NotYours() {
  return (
    <ErrorMessage
      isPage
      kind="notice"
      title="这项任务不由您单位承担"
      message="它可能已撤销，或改由其他单位承担。"
      actions={<Link to={paths.myTasks.to()}>回到我的任务</Link>}
    />
  )
}

function OwnObligation({ obligation }: { readonly obligation: Obligation }) {
  // The way to the task's other milestones; the report itself does not wait for it.
  const { data: siblings = [] } = useQuery(assignmentObligationsOptions(obligation))
  return (
    <>
      <PageHeader
        title={taskName(obligation)}
        description={obligation.planTitle}
        back={<Link to={paths.myTasks.to()}>我的任务</Link>}
      />
      <MilestonePicker obligations={siblings} chosenId={obligation.id} />
      <Desk obligation={obligation} />
    </>
  )
}

function Desk({ obligation }: { readonly obligation: Obligation }) {
  const query = useQuery(obligationTaskOptions(obligation.id))
  return (
    <SideBySide
      aside={
        <>
          <QueryState query={query}>
            {(task) => (
              <RequirementSheet
                {...obligation}
                {...task}
                standing={obligation}
                taskRequirement={task.requirement}
                requirement={obligation.requirement}
              />
            )}
          </QueryState>
          <SubmissionHistoryPanel obligation={obligation} />
        </>
      }
    >
      <ReportDesk obligation={obligation} />
    </SideBySide>
  )
}
