import { useAmendTask } from '@/data/tasks/mutations'
import { Form, Input } from 'antd'
import type { AmendmentFormProps } from './amendment-form'
import { ReasonField } from './ReasonField'

interface WordsForm {
  readonly title: string
  readonly requirement: string
  readonly reason: string
}

/** Rewords a task. */
export function AmendWords({ task, onTouch, onDone }: AmendmentFormProps) {
  const amend = useAmendTask()
  return (
    <Form<WordsForm>
      name="words"
      layout="vertical"
      requiredMark={false}
      initialValues={{ title: task.title, requirement: task.requirement, reason: '' }}
      onValuesChange={onTouch}
      onFinish={(values) => amend.mutate({ taskId: task.id, ...values }, { onSuccess: onDone })}
    >
      <Form.Item
        name="title"
        label="任务名称"
        rules={[{ required: true, whitespace: true, message: '请填写任务名称' }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item
        name="requirement"
        label="任务要求"
        rules={[{ required: true, whitespace: true, message: '请填写任务要求' }]}
      >
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 14 }} />
      </Form.Item>
      <ReasonField error={amend.error} isBusy={amend.isPending} actionLabel="保存调整" />
    </Form>
  )
}
