import type { ObligationTask } from '@/data/obligations/queries'
import { paths } from '@/domain/addresses/paths'
import type { Obligation } from '@/domain/reporting/obligation'
import { assignmentRoleVocabulary } from '@/domain/responsibility/assignment-role-vocabulary'
import { reasonsInWords } from '@/domain/signal/signal-words'
import { Paper } from '@/ui/Paper'
import { StatusTag } from '@/ui/StatusTag'
import { AgeText } from '@/ui/work/AgeText'
import { DueText } from '@/ui/work/DueText'
import { SignalTag } from '@/ui/work/SignalTag'
import { Link } from 'react-router'
import styles from './RequirementPanel.module.css'

interface RequirementPanelProps {
  readonly obligation: Obligation
  readonly task: ObligationTask
}

/** What is asked for, in the words of the document, and how it stands. */
export function RequirementPanel({ obligation, task }: RequirementPanelProps) {
  const { taskId, signal, isComplete, isLate, isNotApplicable, reasons, factOn, unitName, role, requirement } =
    obligation
  const isDone = isComplete || isNotApplicable
  return (
    <Paper title="任务要求" aside={<Link to={paths.task.to(taskId)}>查看任务和原文</Link>}>
      <div className={styles.standing}>
        <SignalTag signal={signal} isComplete={isComplete} isLate={isLate} />
        <span>{reasonsInWords(reasons)}</span>
        {isDone ? null : <AgeText updatedOn={factOn} />}
      </div>
      <dl className={styles.facts}>
        <dt>期限</dt>
        <dd>
          <DueText
            dueOn={obligation.dueOn}
            milestoneDueOn={obligation.milestoneDueOn}
            isComplete={isDone}
            isOngoing={obligation.isOngoing}
          />
        </dd>
        <dt>分工</dt>
        <dd>
          {unitName} <StatusTag vocabulary={assignmentRoleVocabulary} value={role} />
        </dd>
        {task.sectionTitle === null ? null : (
          <>
            <dt>章节</dt>
            <dd>{task.sectionTitle}</dd>
          </>
        )}
        {task.documentNumber === null ? null : (
          <>
            <dt>文号</dt>
            <dd>{task.documentNumber}</dd>
          </>
        )}
      </dl>
      {requirement === '' ? null : (
        <>
          <h3 className={styles.heading}>本节点要求</h3>
          <p className={styles.text}>{requirement}</p>
        </>
      )}
      <h3 className={styles.heading}>原文</h3>
      <blockquote className={styles.text}>{task.requirement}</blockquote>
    </Paper>
  )
}
