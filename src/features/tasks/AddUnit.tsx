import { earlierDuesOfTaskOptions } from '@/data/earlier-dues/queries'
import { useAddAssignment } from '@/data/tasks/mutations'
import { unitOptionsOptions } from '@/data/units/queries'
import type { UnitId } from '@/domain/ids'
import { ANSWERED_LATER, areAnswersWhole } from '@/domain/reporting/earlier-due'
import { assignmentRoleVocabulary, type AssignmentRole } from '@/domain/responsibility/assignment-role-vocabulary'
import type { Assignment } from '@/domain/tasks/task'
import { MutationForm } from '@/ui/MutationForm'
import { QueryState } from '@/ui/QueryState'
import { useToday } from '@/ui/use-today'
import { EarlierDueQuestion } from '@/ui/work/EarlierDueQuestion'
import { useQuery } from '@tanstack/react-query'
import { Form, Radio, Select } from 'antd'
import { useState } from 'react'
import styles from './AmendAssignments.module.css'
import type { AmendmentFormProps } from './amendment-form'
import { ReasonField } from './ReasonField'

interface AddForm {
  readonly unitId: UnitId
  readonly role: AssignmentRole
  readonly reason: string
}

interface AddUnitProps extends AmendmentFormProps {
  readonly standing: readonly Assignment[]
}

/** Gives the task to one more unit, and asks about milestones that are past already: of whom it is owed, not of who supports. */
export function AddUnit({ task, standing }: AddUnitProps) {
  const { data: units = [] } = useQuery(unitOptionsOptions())
  const { mutateAsync } = useAddAssignment()
  const today = useToday()
  const earlier = useQuery(earlierDuesOfTaskOptions(task.id))
  const [role, setRole] = useState<AssignmentRole>('responsible')
  const [answers, setAnswers] = useState(ANSWERED_LATER)
  const isAsked = role !== 'supporting'
  const taken = new Set(standing.map((assignment) => assignment.unitId))
  const options = units.filter(({ id }) => !taken.has(id)).map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      <h3 className={styles.heading}>增加单位</h3>
      <MutationForm<AddForm>
        name="assignment"
        initialValues={{ role, reason: '' }}
        actionLabel="增加单位"
        isReady={!isAsked || (earlier.isSuccess && areAnswersWhole(answers, today))}
        onChange={(changed) => setRole(changed.role ?? role)}
        onSave={(values) =>
          mutateAsync({ taskId: task.id, ...values, earlierDues: isAsked ? answers : ANSWERED_LATER })
        }
      >
        <Form.Item name="unitId" label="单位" rules={[{ required: true, message: '请选择单位' }]}>
          <Select showSearch={{ optionFilterProp: 'label' }} options={options} placeholder="输入名称查找" />
        </Form.Item>
        <Form.Item name="role" label="分工">
          <Radio.Group options={assignmentRoleVocabulary.entries.map(({ value, label }) => ({ value, label }))} />
        </Form.Item>
        {isAsked ? (
          <QueryState query={earlier} empty={null} errorTitle="没有读取到已经到期的节点">
            {(dues) => (
              <EarlierDueQuestion
                title={`${dues.length} 个节点已经到期，新增的单位怎么办`}
                dues={dues}
                value={answers}
                onChange={setAnswers}
              />
            )}
          </QueryState>
        ) : null}
        <ReasonField />
      </MutationForm>
    </>
  )
}
