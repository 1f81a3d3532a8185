import type { OpenAssignment } from '@/data/units/retiring'
import type { UnitOption } from '@/data/units/queries'
import { assignmentRoleVocabulary } from '@/domain/responsibility/assignment-role-vocabulary'
import { taskName } from '@/domain/tasks/task-name'
import { Field } from '@/ui/Field'
import { StatusTag } from '@/ui/StatusTag'
import { Select } from 'antd'
import styles from './HandoverList.module.css'
import { answerForAll, TAKEN_OFF, type Answers } from './handovers'

interface HandoverListProps {
  readonly assignments: readonly OpenAssignment[]
  readonly takers: readonly UnitOption[]
  readonly answers: Answers
  readonly onChange: (answers: Answers) => void
}

/** To whom each task goes: one unit for all of them, or one by one. */
export function HandoverList({ assignments, takers, answers, onChange }: HandoverListProps) {
  const units = takers.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      <Field label="全部交给">
        <Select
          aria-label="全部交给"
          className={styles.choice ?? ''}
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="选择单位，再逐项调整"
          options={units}
          onChange={(unitId: (typeof units)[number]['value']) => onChange(answerForAll(assignments, unitId))}
        />
      </Field>
      <ul className={styles.tasks} aria-label="未办结的任务">
        {assignments.map((assignment) => (
          <li key={assignment.id} className={styles.task}>
            <span>
              <StatusTag vocabulary={assignmentRoleVocabulary} value={assignment.role} /> {taskName(assignment)}
              <span className={`${styles.plan} faint`}>{assignment.planTitle}</span>
            </span>
            <Select<string>
              className={styles.choice ?? ''}
              aria-label={`${assignment.title}交给`}
              showSearch={{ optionFilterProp: 'label' }}
              placeholder="交给哪个单位"
              value={answers[assignment.id] ?? null}
              options={
                assignment.isShared ? [{ value: TAKEN_OFF, label: '撤回分工，由其他责任单位继续' }, ...units] : units
              }
              onChange={(_value, option) => {
                const chosen = Array.isArray(option) ? undefined : option?.value
                const answer = chosen === TAKEN_OFF ? TAKEN_OFF : takers.find(({ id }) => id === chosen)?.id
                if (answer !== undefined) onChange({ ...answers, [assignment.id]: answer })
              }}
            />
          </li>
        ))}
      </ul>
    </>
  )
}
