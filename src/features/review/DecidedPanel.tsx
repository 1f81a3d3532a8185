import type { Submission } from '@/domain/reporting/submission'
import { awaitingReports } from '@/domain/review/awaiting-words'
import { Buttons } from '@/ui/Buttons'
import { Paper } from '@/ui/Paper'
import { DecisionText } from '@/ui/work/SubmissionRecord'
import { Button } from 'antd'
import type { QueueSearch } from './queue-filter'
import { useNextInQueue } from './use-next-in-queue'

interface DecidedPanelProps {
  readonly submission: Submission
  readonly filter: QueueSearch
}

/** What was decided, by whom, and the way on; nothing can be changed any more. */
export function DecidedPanel({ submission, filter }: DecidedPanelProps) {
  const { remaining, nextId, goOn } = useNextInQueue(submission, filter)
  return (
    <Paper title="审核结果">
      <DecisionText submission={submission} />
      <Buttons align="end" note={remaining === 0 ? '没有待审核的反馈了' : `还有${awaitingReports(remaining)}`}>
        <Button type="primary" onClick={goOn}>
          {nextId === null ? '回到待办' : '审核下一份'}
        </Button>
      </Buttons>
    </Paper>
  )
}
