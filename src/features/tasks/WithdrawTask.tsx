import { useWithdrawTask } from '@/data/tasks/mutations'
import { Form } from 'antd'
import type { AmendmentFormProps } from './amendment-form'
import { ReasonField } from './ReasonField'

/** Ends a task that no longer stands. */
export function WithdrawTask({ task, onTouch, onDone }: AmendmentFormProps) {
  const withdraw = useWithdrawTask()
  return (
    <Form<{ reason: string }>
      name="withdrawal"
      layout="vertical"
      requiredMark={false}
      initialValues={{ reason: '' }}
      onValuesChange={onTouch}
      onFinish={({ reason }) => withdraw.mutate({ taskId: task.id, reason }, { onSuccess: onDone })}
    >
      <p style={{ marginBottom: 16 }}>撤销后，此任务不再计入任何统计，各单位不能再反馈。原文、反馈和记录都会保留。</p>
      <ReasonField error={withdraw.error} isBusy={withdraw.isPending} actionLabel="撤销任务" isDanger />
    </Form>
  )
}
