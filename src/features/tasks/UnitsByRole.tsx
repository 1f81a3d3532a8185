import { paths } from '@/domain/addresses/paths'
import { assignmentRoleVocabulary } from '@/domain/responsibility/assignment-role-vocabulary'
import type { Assignment } from '@/domain/tasks/task'
import { ClampedText } from '@/ui/ClampedText'
import { Fact, FactList } from '@/ui/FactList'
import { Link } from 'react-router'
import { groupByWrittenName } from './group-by-written-name'
import styles from './UnitsByRole.module.css'

/** Who does the task, by role; units taken off it stay readable with the reason. */
export function UnitsByRole({ assignments }: { readonly assignments: readonly Assignment[] }) {
  const standing = assignments.filter((assignment) => assignment.withdrawnAt === null)
  const withdrawn = assignments.filter((assignment) => assignment.withdrawnAt !== null)
  return (
    <div className={styles.roles}>
      <FactList>
        {assignmentRoleVocabulary.entries.map(({ value, label }) => (
          <Role
            key={value}
            label={`${label}单位`}
            assignments={standing.filter((assignment) => assignment.role === value)}
          />
        ))}
        {withdrawn.length === 0 ? null : (
          <Fact label="已取消">
            {withdrawn.map((assignment) => `${assignment.unitName}（${assignment.withdrawnReason ?? ''}）`).join('、')}
          </Fact>
        )}
      </FactList>
    </div>
  )
}

function Role({ label, assignments }: { readonly label: string; readonly assignments: readonly Assignment[] }) {
  if (assignments.length === 0) return null
  return (
    <Fact label={label}>
      <ClampedText lines={3}>
        {groupByWrittenName(assignments).map((group, index) => (
          <span key={group.writtenName}>
            {index === 0 ? '' : '、'}
            <UnitNames assignments={group.assignments} writtenName={group.writtenName} />
          </span>
        ))}
      </ClampedText>
    </Fact>
  )
}

/** The units that one written name stands for, with that name where it differs. */
function UnitNames({
  assignments,
  writtenName,
}: {
  readonly assignments: readonly Assignment[]
  readonly writtenName: string
}) {
  const isAsWritten = assignments.length === 1 && assignments[0]?.unitName === writtenName
  return (
    <>
      {assignments.map((assignment, index) => (
        <span key={assignment.id}>
          {index === 0 ? '' : '、'}
          <Link to={paths.unit.to(assignment.unitId)}>{assignment.unitName}</Link>
        </span>
      ))}
      {isAsWritten ? null : <span className="faint">（原文：{writtenName}）</span>}
    </>
  )
}
