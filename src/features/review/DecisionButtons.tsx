import type { Actions } from '@/data/actions/use-actions'
import { awaitingReports } from '@/domain/review/awaiting-words'
import { Buttons } from '@/ui/Buttons'
import { UnknownActions } from '@/ui/work/UnknownActions'
import { Button } from 'antd'

interface DecisionButtonsProps {
  readonly actions: Actions
  readonly remaining: number
  /** Whether something keeps it from being approved as it stands. */
  readonly isRefused: boolean
  readonly isBusy: boolean
  readonly onSkip: () => void
  readonly onReturn: () => void
  readonly onApprove: () => void
}

/** What may be decided about the report, and the way past it. */
export function DecisionButtons(props: DecisionButtonsProps) {
  const { actions, remaining, isRefused, isBusy, onSkip, onReturn, onApprove } = props
  const { events, query } = actions
  return (
    <Buttons align="end" note={remaining === 0 ? '这是最后一份' : `还有${awaitingReports(remaining)}`}>
      {remaining === 0 ? null : (
        <Button type="text" title="快捷键 Alt+N" onClick={onSkip}>
          先看下一份
        </Button>
      )}
      <UnknownActions query={query} />
      {query.isSuccess && events.size === 0 ? <span>这份反馈现在不能审核。</span> : null}
      {events.has('report_returned') ? (
        <Button title="快捷键 Alt+R" onClick={onReturn}>
          退回
        </Button>
      ) : null}
      {events.has('report_approved') ? (
        <Button type="primary" title="快捷键 Ctrl+Enter" disabled={isRefused} loading={isBusy} onClick={onApprove}>
          通过
        </Button>
      ) : null}
    </Buttons>
  )
}
