import { toAppError } from '@/data/errors'
import { useReviewReport } from '@/data/review/mutations'
import type { ReviewDecision, Submission } from '@/domain/reporting/submission'
import { FormError } from '@/ui/FormError'
import { Paper } from '@/ui/Paper'
import { App, Button } from 'antd'
import { useState } from 'react'
import type { QueueSearch } from './queue-filter'
import { ReturnForm } from './ReturnForm'
import styles from './ReviewDesk.module.css'
import { useNextInQueue } from './use-next-in-queue'
import { useShortcuts } from './use-shortcuts'

interface DecisionPanelProps {
  readonly submission: Submission
  readonly filter: QueueSearch
  readonly rejectedIds: ReadonlySet<string>
}

/** Approve or return, then on to the next one. */
export function DecisionPanel({ submission, filter, rejectedIds }: DecisionPanelProps) {
  const { message } = App.useApp()
  const { remaining, goOn } = useNextInQueue(submission, filter)
  const { mutateAsync, isPending, error } = useReviewReport()
  const [isReturning, setIsReturning] = useState(false)
  const refusal = refusalOf(submission, rejectedIds)

  const decide = async (decision: ReviewDecision, reason: string) => {
    try {
      await mutateAsync({ submissionId: submission.id, decision, reason, rejectedEvidenceIds: [...rejectedIds] })
      void message.success(decision === 'approved' ? '已通过' : '已退回')
      goOn()
    } catch (thrown) {
      // The page has read the colleague's decision by now and shows it in place of this panel.
      if (toAppError(thrown).code === 'submission_already_decided') void message.warning('同事已审核过这份反馈')
    }
  }
  const approve = () => {
    if (refusal === null && !isPending && !isReturning) void decide('approved', '')
  }
  useShortcuts({ approve, startReturn: () => setIsReturning(true), next: goOn })

  return (
    <div className={styles.decision}>
      <Paper>
        <FormError error={error} />
        {isReturning ? (
          <ReturnForm
            isBusy={isPending}
            onReturn={(reason) => decide('returned', reason)}
            onCancel={() => setIsReturning(false)}
          />
        ) : (
          <>
            {refusal === null ? null : <p className={styles.refusal}>{refusal}</p>}
            <div className={styles.buttons}>
              <span className={styles.remaining}>
                {remaining === 0 ? '这是最后一件' : `还有 ${remaining} 件待审核`}
              </span>
              {remaining === 0 ? null : (
                <Button type="text" title="快捷键 Alt+N" onClick={goOn}>
                  先看下一件
                </Button>
              )}
              <Button title="快捷键 Alt+R" onClick={() => setIsReturning(true)}>
                退回
              </Button>
              <Button
                type="primary"
                title="快捷键 Ctrl+Enter"
                disabled={refusal !== null}
                loading={isPending}
                onClick={approve}
              >
                通过
              </Button>
            </div>
          </>
        )}
      </Paper>
    </div>
  )
}

/** Why it cannot be approved as it stands; the database asks the same. */
function refusalOf({ content, evidence }: Submission, rejectedIds: ReadonlySet<string>): string | null {
  const isCompleting = content.kind === 'progress' && content.percent === 100
  if (!isCompleting || evidence.some((each) => !rejectedIds.has(each.id))) return null
  return evidence.length === 0
    ? '申请办结但没有佐证材料，只能退回。'
    : '办结须有至少一件认可的佐证材料。请认可其中一件，或退回。'
}
