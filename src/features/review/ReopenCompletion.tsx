import { useActions } from '@/data/actions/use-actions'
import { useReopenCompletion } from '@/data/review/mutations'
import type { Obligation } from '@/domain/reporting/obligation'
import { ConfirmWithReason } from '@/ui/ConfirmWithReason'
import { useFeedback } from '@/ui/feedback/feedback-context'
import { UnknownActions } from '@/ui/work/UnknownActions'
import { Button } from 'antd'
import { useState } from 'react'

interface ReopenCompletionProps {
  readonly obligation: Pick<Obligation, 'id' | 'unitName' | 'dueOn' | 'isComplete' | 'isNotApplicable' | 'isClosed'>
}

const SUGGESTIONS = ['佐证材料已失效。', '检查发现未真正完成。', '误通过，需补充材料。'] as const

/** Takes back a completion or an accepted 无此事项, with a reason that the unit sees; asked only where there is one. */
export function ReopenCompletion({ obligation }: ReopenCompletionProps) {
  const { say } = useFeedback()
  const { mutateAsync } = useReopenCompletion()
  const [isOpen, setIsOpen] = useState(false)
  const { id: obligationId, unitName, dueOn, isComplete, isNotApplicable, isClosed } = obligation
  const { events, query } = useActions('obligation', obligationId, { isAsked: isClosed })
  if (!events.has('completion_reopened')) return <UnknownActions query={query} />
  const word = isComplete ? '撤回办结' : isNotApplicable ? '撤回无此事项' : '恢复跟踪'
  const reopen = async (reason: string) => {
    await mutateAsync({ obligationId, reason })
    say('已撤回')
  }
  return (
    <>
      <Button
        size="small"
        type="text"
        data-print="hide"
        aria-label={`${word} ${unitName} ${dueOn}`}
        onClick={() => setIsOpen(true)}
      >
        {word}
      </Button>
      <ConfirmWithReason
        isOpen={isOpen}
        title={`${word}？`}
        description={`${unitName}须重新填报这一节点，并能看到理由。原反馈保留在历史中。`}
        actionLabel="撤回"
        isDanger
        suggestions={SUGGESTIONS}
        onConfirm={reopen}
        onClose={() => setIsOpen(false)}
      />
    </>
  )
}
