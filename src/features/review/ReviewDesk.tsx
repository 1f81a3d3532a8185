import { useDownloadEvidence } from '@/data/evidence/mutations'
import { obligationOptions } from '@/data/obligations/queries'
import { submissionHistoryOptions } from '@/data/reports/queries'
import type { Submission } from '@/domain/reporting/submission'
import { verdictsToStartWith } from '@/domain/review/evidence-verdicts'
import type { ReviewSubject } from '@/domain/review/queue'
import { MomentText } from '@/ui/DateText'
import { EmptyState } from '@/ui/EmptyState'
import { Paper } from '@/ui/Paper'
import { QueryState } from '@/ui/QueryState'
import { SideBySide } from '@/ui/SideBySide'
import { RequirementSheet } from '@/ui/work/RequirementSheet'
import { ReportText } from '@/ui/work/ReportText'
import { SubmissionRecord } from '@/ui/work/SubmissionRecord'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { DecidedPanel } from './DecidedPanel'
import { DecisionPanel } from './DecisionPanel'
import { EvidenceReview } from './EvidenceReview'
import type { QueueSearch } from './queue-filter'

interface ReviewDeskProps {
  readonly subject: ReviewSubject
  readonly filter: QueueSearch
}

/** The report and its evidence at the left, what it answers at the right, the decision below. */
export function ReviewDesk({ subject, filter }: ReviewDeskProps) {
  const { submission } = subject
  const history = useQuery(submissionHistoryOptions(submission.obligationId))
  const standing = useQuery(obligationOptions(submission.obligationId, null))
  const [verdicts, setVerdicts] = useState(() => verdictsToStartWith(submission))
  const isOpen = submission.decision === null

  return (
    <SideBySide
      aside={
        <>
          <RequirementSheet
            {...subject}
            requirement={subject.milestoneRequirement}
            standing={standing.data ?? null}
            isUnderReview
          />
          <Paper title="历次反馈">
            <QueryState
              query={history}
              isEmpty={(all) => all.submissions.every((each) => each.id === submission.id)}
              empty={<EmptyState title="这是第一次报送" />}
            >
              {({ submissions }) => (
                <EarlierSubmissions submissions={submissions.filter((each) => each.id !== submission.id)} />
              )}
            </QueryState>
          </Paper>
        </>
      }
    >
      <Paper
        title="本次反馈"
        aside={
          <>
            <MomentText at={submission.submittedAt} form="full" /> 报送
            {submission.submittedByName === null ? '' : ` · ${submission.submittedByName}`}
            {submission.number > 1 ? ` · 第 ${submission.number} 次` : ''}
          </>
        }
      >
        <ReportText content={submission.content} previousPercent={subject.percentBefore} />
      </Paper>
      <EvidenceReview evidence={submission.evidence} isOpen={isOpen} verdicts={verdicts} onChange={setVerdicts} />
      {isOpen ? (
        <DecisionPanel submission={submission} filter={filter} verdicts={verdicts} />
      ) : (
        <DecidedPanel submission={submission} filter={filter} />
      )}
    </SideBySide>
  )
}

function EarlierSubmissions({ submissions }: { readonly submissions: readonly Submission[] }) {
  const download = useDownloadEvidence()
  return submissions.map((submission) => (
    <SubmissionRecord key={submission.id} submission={submission} onDownload={download} />
  ))
}
