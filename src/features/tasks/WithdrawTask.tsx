import { useWithdrawTask } from '@/data/tasks/mutations'
import { MutationForm } from '@/ui/MutationForm'
import { Notice } from '@/ui/Notice'
import type { AmendmentFormProps } from './amendment-form'
import { ReasonField } from './ReasonField'

/** Ends a task that no longer stands. */
export function WithdrawTask({ task }: AmendmentFormProps) {
  const { mutateAsync } = useWithdrawTask()
  return (
    <MutationForm<{ reason: string }>
      name="withdrawal"
      initialValues={{ reason: '' }}
      actionLabel="撤销任务"
      isDanger
      onSave={({ reason }) => mutateAsync({ taskId: task.id, reason })}
    >
      <Notice tone="warning">撤销后，此任务不再计入任何统计，各单位不能再反馈。原文、反馈和记录都会保留。</Notice>
      <ReasonField />
    </MutationForm>
  )
}
