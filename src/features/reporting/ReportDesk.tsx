import { useCurrentAccount } from '@/data/accounts/use-current-account'
import { submissionHistoryOptions, workingCopyOptions } from '@/data/reports/queries'
import type { WorkingCopy } from '@/data/reports/working-copy'
import type { Obligation } from '@/domain/reporting/obligation'
import type { Submission } from '@/domain/reporting/submission'
import { contentToStartWith } from '@/domain/reporting/submission'
import { Paper } from '@/ui/Paper'
import { QueryState } from '@/ui/QueryState'
import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useState } from 'react'
import { deviceCopyKey } from './device-copy'
import { FrozenReport } from './FrozenReport'
import { ReopeningNotice } from './ReopeningNotice'
import { ReportForm } from './ReportForm'

interface ReportDeskProps {
  readonly obligation: Obligation
}

/** The report that can be written now, or why none can. */
export function ReportDesk({ obligation }: ReportDeskProps) {
  const workingCopy = useQuery(workingCopyOptions(obligation.id))
  const history = useQuery(submissionHistoryOptions(obligation.id))
  const [isJustSubmitted, setIsJustSubmitted] = useState(false)
  const [generation, setGeneration] = useState(0)
  return (
    <Paper title="本次反馈">
      <ReopeningNotice obligation={obligation} />
      <QueryState query={history} skeleton={<Skeleton active />}>
        {({ submissions }) => (
          <QueryState query={workingCopy} skeleton={<Skeleton active />}>
            {(copy) => (
              <FormOrFrozen
                key={generation}
                obligation={obligation}
                copy={copy}
                submissions={submissions}
                isJustSubmitted={isJustSubmitted}
                onSubmitted={() => setIsJustSubmitted(true)}
                onDiscarded={() => setGeneration(generation + 1)}
              />
            )}
          </QueryState>
        )}
      </QueryState>
    </Paper>
  )
}

interface FormOrFrozenProps extends ReportDeskProps {
  readonly copy: WorkingCopy | null
  readonly submissions: readonly Submission[]
  readonly isJustSubmitted: boolean
  readonly onSubmitted: () => void
  readonly onDiscarded: () => void
}

function FormOrFrozen({ obligation, copy, submissions, isJustSubmitted, onSubmitted, onDiscarded }: FormOrFrozenProps) {
  const { userId } = useCurrentAccount()
  const deviceKey = deviceCopyKey(userId, obligation.id)
  const last = submissions[0] ?? null
  const isClosed = obligation.isComplete || obligation.isNotApplicable || obligation.planState !== 'issued'
  if (isClosed || copy?.state === 'submitted') {
    return <FrozenReport obligation={obligation} last={last} deviceKey={deviceKey} isJustSubmitted={isJustSubmitted} />
  }
  return (
    <ReportForm
      obligation={obligation}
      workingCopy={copy}
      start={contentToStartWith(submissions, obligation.percent)}
      last={last}
      deviceKey={deviceKey}
      onSubmitted={onSubmitted}
      onDiscarded={onDiscarded}
    />
  )
}
