import { useReopenCompletion } from '@/data/review/mutations'
import { ConfirmWithReason } from '@/ui/ConfirmWithReason'
import { App, Button } from 'antd'
import { useState } from 'react'

interface ReopenCompletionProps {
  readonly assignmentId: string
  readonly milestoneId: string
  /** What is taken back, for the button's name: 县教育局 2021-06-30. */
  readonly label: string
}

const SUGGESTIONS = ['佐证材料已失效。', '检查发现未真正完成。', '误通过，需补充材料。'] as const

/** Takes back a completion or an accepted 无此事项, with a reason that the unit sees. For the lead office only. */
export function ReopenCompletion({ assignmentId, milestoneId, label }: ReopenCompletionProps) {
  const { message } = App.useApp()
  const { mutateAsync } = useReopenCompletion()
  const [isOpen, setIsOpen] = useState(false)
  const reopen = async (reason: string) => {
    await mutateAsync({ assignmentId, milestoneId, reason })
    void message.success('已撤回办结')
  }
  return (
    <>
      <Button size="small" aria-label={`撤回办结 ${label}`} onClick={() => setIsOpen(true)}>
        撤回办结
      </Button>
      <ConfirmWithReason
        isOpen={isOpen}
        title="撤回办结？"
        description="该单位须重新填报这一节点，并能看到理由。原反馈保留在历史中。"
        actionLabel="撤回"
        isDanger
        suggestions={SUGGESTIONS}
        onConfirm={reopen}
        onClose={() => setIsOpen(false)}
      />
    </>
  )
}
