import { useActions } from '@/data/actions/use-actions'
import { useAmendMilestone } from '@/data/tasks/mutations'
import type { LocalDate } from '@/domain/local-date/local-date'
import type { Milestone } from '@/domain/tasks/task'
import { LocalDatePicker } from '@/ui/date-picker/LocalDatePicker'
import { MutationForm } from '@/ui/MutationForm'
import { QueryState } from '@/ui/QueryState'
import { Form, InputNumber, Select } from 'antd'
import TextArea from 'antd/es/input/TextArea'
import { useState } from 'react'
import type { AmendmentFormProps } from './amendment-form'
import { ReasonField } from './ReasonField'

interface MilestoneForm {
  readonly dueOn: LocalDate
  readonly requirement: string
  readonly weight: number
  readonly reason: string
}

/** Moves or rewords one of the task's milestones. */
export function AmendMilestone({ task }: AmendmentFormProps) {
  const [chosenId, setChosenId] = useState(task.milestones[0]?.id ?? '')
  const milestone = task.milestones.find(({ id }) => id === chosenId)
  return (
    <>
      {task.milestones.length > 1 ? (
        <Form.Item label="调整哪个节点" layout="vertical">
          <Select
            aria-label="调整哪个节点"
            value={chosenId}
            options={task.milestones.map(({ id, dueOn }) => ({ value: id, label: dueOn }))}
            onChange={setChosenId}
          />
        </Form.Item>
      ) : null}
      {milestone === undefined ? null : <OneMilestone key={milestone.id} milestone={milestone} />}
    </>
  )
}

interface MilestoneProps {
  readonly milestone: Milestone
}

/** The form, where the milestone may be amended as it stands. */
function OneMilestone(props: MilestoneProps) {
  const { query } = useActions('milestone', props.milestone.id)
  return (
    <QueryState
      query={query}
      isEmpty={(events) => !events.has('milestone_amended')}
      empty={<p>这个节点现在不能调整。</p>}
    >
      {() => <MilestoneFields {...props} />}
    </QueryState>
  )
}

function MilestoneFields({ milestone }: MilestoneProps) {
  const { dueOn, requirement, weight } = milestone
  const { mutateAsync } = useAmendMilestone()
  return (
    <MutationForm<MilestoneForm>
      name="milestone"
      initialValues={{ dueOn, requirement, weight, reason: '' }}
      actionLabel="保存调整"
      onSave={(values) => mutateAsync({ milestoneId: milestone.id, ...values })}
    >
      <Form.Item name="dueOn" label="期限" rules={[{ required: true, message: '请选择期限' }]}>
        <LocalDatePicker />
      </Form.Item>
      <Form.Item name="requirement" label="节点要求">
        <TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
      <Form.Item
        name="weight"
        label="权重"
        extra="几个节点的进度按权重平均"
        rules={[{ required: true, message: '请填写权重' }]}
      >
        <InputNumber min={0.1} max={1000} />
      </Form.Item>
      <ReasonField />
    </MutationForm>
  )
}
