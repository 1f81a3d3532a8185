import { useActions } from '@/data/actions/use-actions'
import { toAppError } from '@/data/errors'
import { useReviewReport } from '@/data/review/mutations'
import type { ReviewDecision, Submission } from '@/domain/reporting/submission'
import { approvalRefusal, rejectedIn, type EvidenceVerdicts } from '@/domain/review/evidence-verdicts'
import { FormError } from '@/ui/FormError'
import { Paper } from '@/ui/Paper'
import { StickyFoot } from '@/ui/StickyFoot'
import { useFeedback } from '@/ui/feedback/feedback-context'
import { useAttempt } from '@/ui/use-attempt'
import { useState } from 'react'
import { DecisionButtons } from './DecisionButtons'
import type { QueueSearch } from './queue-filter'
import { ReturnForm } from './ReturnForm'
import styles from './ReviewDesk.module.css'
import { useNextInQueue } from './use-next-in-queue'
import { useShortcuts } from './use-shortcuts'

interface DecisionPanelProps {
  readonly submission: Submission
  readonly filter: QueueSearch
  readonly verdicts: EvidenceVerdicts
}

/** How a decision is refused when a colleague has made one. */
const DECIDED: ReadonlySet<string> = new Set(['report_is_approved', 'report_is_returned'])

/** Approve or return, then on to the next one. */
export function DecisionPanel({ submission, filter, verdicts }: DecisionPanelProps) {
  const { say } = useFeedback()
  const { remaining, goOn } = useNextInQueue(submission, filter)
  const { mutateAsync } = useReviewReport()
  const { isBusy, error, run } = useAttempt()
  const [isReturning, setIsReturning] = useState(false)
  // Stays while the report is looked at, also when the form is put away by mistake.
  const [reason, setReason] = useState('')
  const actions = useActions('report', submission.reportId)
  const refusal = approvalRefusal(submission, verdicts)

  const decide = async (decision: ReviewDecision, words: string) => {
    try {
      await mutateAsync({
        submissionId: submission.id,
        decision,
        reason: words,
        rejectedEvidenceIds: rejectedIn(verdicts),
      })
      say(decision === 'approved' ? '已通过' : '已退回')
      goOn()
    } catch (thrown) {
      // The page has read the colleague's decision by now and shows it in place of this panel.
      if (DECIDED.has(toAppError(thrown).code)) say('同事已审核过这份反馈', 'warning')
      throw thrown
    }
  }
  const approve = () => {
    const isOffered = actions.events.has('report_approved')
    if (isOffered && refusal === null && !isReturning) void run(() => decide('approved', ''))
  }
  const startReturn = () => {
    if (actions.events.has('report_returned')) setIsReturning(true)
  }
  useShortcuts({ approve, startReturn, next: goOn })

  return (
    <StickyFoot>
      <Paper>
        <FormError error={error} />
        {isReturning ? (
          <ReturnForm
            isBusy={isBusy}
            reason={reason}
            onChange={setReason}
            onReturn={() => void run(() => decide('returned', reason.trim()))}
            onCancel={() => setIsReturning(false)}
          />
        ) : (
          <>
            {refusal === null ? null : <p className={styles.refusal}>{refusal}</p>}
            <DecisionButtons
              actions={actions}
              remaining={remaining}
              isRefused={refusal !== null}
              isBusy={isBusy}
              onSkip={goOn}
              onReturn={startReturn}
              onApprove={approve}
            />
          </>
        )}
      </Paper>
    </StickyFoot>
  )
}
