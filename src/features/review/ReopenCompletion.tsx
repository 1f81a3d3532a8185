import { useCurrentAccount } from '@/data/accounts/use-current-account'
import { useReopenCompletion } from '@/data/review/mutations'
import type { Obligation } from '@/domain/reporting/obligation'
import { ConfirmWithReason } from '@/ui/ConfirmWithReason'
import { App, Button } from 'antd'
import { useState } from 'react'

interface ReopenCompletionProps {
  readonly obligation: Obligation
}

const SUGGESTIONS = ['佐证材料已失效。', '检查发现未真正完成。', '误通过，需补充材料。'] as const

/**
 * Takes back a completion or an accepted 无此事项, with a reason that the unit sees. Shown to the lead office alone,
 * and only where there is something to take back.
 */
export function ReopenCompletion({ obligation }: ReopenCompletionProps) {
  const { role } = useCurrentAccount()
  const { message } = App.useApp()
  const { mutateAsync } = useReopenCompletion()
  const [isOpen, setIsOpen] = useState(false)
  const { id: obligationId, unitName, dueOn, isComplete, isNotApplicable } = obligation
  if (role !== 'lead_office' || !(isComplete || isNotApplicable)) return null
  const word = isComplete ? '撤回办结' : '撤回无此事项'
  const reopen = async (reason: string) => {
    await mutateAsync({ obligationId, reason })
    void message.success('已撤回')
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
