import { useCurrentAccount } from '@/data/accounts/use-current-account'
import { useActions } from '@/data/actions/use-actions'
import { submissionHistoryOptions, workingCopyOptions } from '@/data/reports/queries'
import type { WorkingCopy } from '@/data/reports/working-copy'
import type { ObligationId } from '@/domain/ids'
import type { Obligation } from '@/domain/reporting/obligation'
import { contentToStartWith, lastProgress, type Submission } from '@/domain/reporting/submission'
import { Paper } from '@/ui/Paper'
import { QueryState, type QueryLike } from '@/ui/QueryState'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { FrozenReport } from './FrozenReport'
import { ReopeningNotice } from './ReopeningNotice'
import { reportCopy } from './report-copy'
import { ReportForm } from './ReportForm'

interface ReportDeskProps {
  readonly obligation: Obligation
}

/** The report that can be written now, or why none can. */
export function ReportDesk({ obligation }: ReportDeskProps) {
  const workingCopy = useWorkingCopy(obligation.id)
  const history = useQuery(submissionHistoryOptions(obligation.id))
  const actions = useActions('obligation', obligation.id)
  return (
    <Paper title="本次反馈">
      <ReopeningNotice obligation={obligation} />
      <QueryState query={history}>
        {({ submissions }) => (
          <QueryState query={workingCopy}>
            {(copy) => (
              <QueryState query={actions.query}>
                {(events) => (
                  <FormOrFrozen
                    obligation={obligation}
                    copy={copy}
                    submissions={submissions}
                    // Once handed in, the copy says so before the answer what may be done is here again.
                    isFrozen={!events.has('report_begun') || copy?.state === 'submitted'}
                  />
                )}
              </QueryState>
            )}
          </QueryState>
        )}
      </QueryState>
    </Paper>
  )
}

/** Nothing is written on a copy that may be an old one: the first time, it waits for the answer that the page asked for. */
function useWorkingCopy(id: ObligationId): QueryLike<WorkingCopy | null> {
  const query = useQuery(workingCopyOptions(id))
  const [isOpen, setIsOpen] = useState(false)
  if (!isOpen && !query.isFetching) setIsOpen(true)
  return isOpen ? query : { ...query, data: undefined, error: null }
}

interface FormOrFrozenProps extends ReportDeskProps {
  readonly copy: WorkingCopy | null
  readonly submissions: readonly Submission[]
  readonly isFrozen: boolean
}

function FormOrFrozen({ obligation, copy, submissions, isFrozen }: FormOrFrozenProps) {
  const { userId } = useCurrentAccount()
  const [isJustSubmitted, setIsJustSubmitted] = useState(false)
  const [generation, setGeneration] = useState(0)
  const device = reportCopy(userId, obligation.id)
  const last = submissions[0] ?? null
  if (isFrozen) {
    return (
      <FrozenReport
        obligation={obligation}
        last={last}
        device={device}
        isAwaiting={obligation.awaitingSince !== null || copy?.state === 'submitted'}
        isJustSubmitted={isJustSubmitted}
      />
    )
  }
  return (
    <ReportForm
      key={generation}
      obligation={obligation}
      workingCopy={copy}
      start={contentToStartWith(submissions, obligation.percent ?? 0)}
      last={last}
      before={lastProgress(submissions)}
      device={device}
      onSubmitted={() => setIsJustSubmitted(true)}
      onDiscarded={() => setGeneration(generation + 1)}
    />
  )
}
