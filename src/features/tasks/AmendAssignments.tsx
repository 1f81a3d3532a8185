import { useActions } from '@/data/actions/use-actions'
import { useWithdrawAssignment } from '@/data/tasks/mutations'
import { assignmentRoleVocabulary } from '@/domain/responsibility/assignment-role-vocabulary'
import type { Assignment } from '@/domain/tasks/task'
import { ConfirmWithReason } from '@/ui/ConfirmWithReason'
import { StatusTag } from '@/ui/StatusTag'
import { UnknownActions } from '@/ui/work/UnknownActions'
import { Button } from 'antd'
import { useState } from 'react'
import { AddUnit } from './AddUnit'
import styles from './AmendAssignments.module.css'
import type { AmendmentFormProps } from './amendment-form'

/** Gives the task to one more unit, or takes one off. */
export function AmendAssignments({ task }: AmendmentFormProps) {
  const { events } = useActions('task', task.id)
  const standing = task.assignments.filter((assignment) => assignment.withdrawnAt === null)
  return (
    <>
      <StandingUnits assignments={standing} />
      {events.has('unit_assigned') ? <AddUnit task={task} standing={standing} /> : null}
    </>
  )
}

function StandingUnits({ assignments }: { readonly assignments: readonly Assignment[] }) {
  const withdraw = useWithdrawAssignment()
  const [leaving, setLeaving] = useState<Assignment | null>(null)
  return (
    <>
      <ul className={styles.units} aria-label="现在的单位">
        {assignments.map((assignment) => (
          <li key={assignment.id} className={styles.unit}>
            <span>
              <StatusTag vocabulary={assignmentRoleVocabulary} value={assignment.role} /> {assignment.unitName}
            </span>
            <LeaveButton assignment={assignment} onLeave={() => setLeaving(assignment)} />
          </li>
        ))}
      </ul>
      <ConfirmWithReason
        isOpen={leaving !== null}
        title={`取消${leaving?.unitName ?? ''}的分工？`}
        description="已报的进展会保留，此单位不再计入本任务。"
        actionLabel="取消分工"
        isDanger
        onConfirm={async (reason) => {
          if (leaving !== null) await withdraw.mutateAsync({ assignmentId: leaving.id, reason })
        }}
        onClose={() => setLeaving(null)}
      />
    </>
  )
}

interface LeaveButtonProps {
  readonly assignment: Assignment
  readonly onLeave: () => void
}

function LeaveButton({ assignment, onLeave }: LeaveButtonProps) {
  const { events, query } = useActions('assignment', assignment.id)
  if (!events.has('unit_withdrawn')) return <UnknownActions query={query} />
  return (
    <Button size="small" onClick={onLeave} aria-label={`取消${assignment.unitName}的分工`}>
      取消分工
    </Button>
  )
}
