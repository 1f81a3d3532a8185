import { useAmendTask } from '@/data/tasks/mutations'
import { MutationForm } from '@/ui/MutationForm'
import { Form } from 'antd'
import Input from 'antd/es/input/Input'
import TextArea from 'antd/es/input/TextArea'
import type { AmendmentFormProps } from './amendment-form'
import { ReasonField } from './ReasonField'

interface WordsForm {
  readonly title: string
  readonly requirement: string
  readonly reason: string
}

/** Rewords a task. */
export function AmendWords({ task }: AmendmentFormProps) {
  const { mutateAsync } = useAmendTask()
  return (
    <MutationForm<WordsForm>
      name="words"
      initialValues={{ title: task.title, requirement: task.requirement, reason: '' }}
      actionLabel="保存调整"
      onSave={(values) => mutateAsync({ taskId: task.id, ...values })}
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
        <TextArea autoSize={{ minRows: 4, maxRows: 14 }} />
      </Form.Item>
      <ReasonField />
    </MutationForm>
  )
}
