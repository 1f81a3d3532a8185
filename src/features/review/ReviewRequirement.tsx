import type { ReviewSubject } from '@/data/review/queue'
import { paths } from '@/domain/addresses/paths'
import type { Obligation } from '@/domain/reporting/obligation'
import { assignmentRoleVocabulary } from '@/domain/responsibility/assignment-role-vocabulary'
import { reasonsInWords } from '@/domain/signal/signal-words'
import { Paper } from '@/ui/Paper'
import { StatusTag } from '@/ui/StatusTag'
import { DueText } from '@/ui/work/DueText'
import { PercentBar } from '@/ui/work/PercentBar'
import { SignalTag } from '@/ui/work/SignalTag'
import { Link } from 'react-router'
import styles from './ReviewDesk.module.css'

interface ReviewRequirementProps {
  readonly subject: ReviewSubject
  /** Null until it is fetched, or when the task was withdrawn. */
  readonly standing: Obligation | null
}

/** What was asked for, in the words of the document, and how it stands today. */
export function ReviewRequirement({ subject, standing }: ReviewRequirementProps) {
  return (
    <Paper title="任务要求" aside={<Link to={paths.task.to(subject.taskId)}>查看任务和原文</Link>}>
      {standing === null ? null : (
        <div className={styles.standing}>
          <SignalTag signal={standing.signal} isComplete={standing.isComplete} isLate={standing.isLate} />
          <span>{reasonsInWords(standing.reasons)}</span>
        </div>
      )}
      <dl className={styles.facts}>
        <dt>单位</dt>
        <dd>
          {subject.unitName} <StatusTag vocabulary={assignmentRoleVocabulary} value={subject.role} />
        </dd>
        <dt>期限</dt>
        <dd>
          <DueText dueOn={subject.dueOn} milestoneDueOn={subject.milestoneDueOn} isComplete />
        </dd>
        {standing === null ? null : (
          <>
            <dt>已通过</dt>
            <dd>
              <PercentBar
                percent={standing.percent}
                scheduledPercent={standing.scheduledPercent}
                label="已通过的进度"
              />
            </dd>
          </>
        )}
        {subject.sectionTitle === null ? null : (
          <>
            <dt>章节</dt>
            <dd>{subject.sectionTitle}</dd>
          </>
        )}
      </dl>
      {subject.milestoneRequirement === '' ? null : (
        <>
          <h3 className={styles.heading}>本节点要求</h3>
          <p className={styles.text}>{subject.milestoneRequirement}</p>
        </>
      )}
      <h3 className={styles.heading}>原文</h3>
      <blockquote className={styles.text}>{subject.taskRequirement}</blockquote>
    </Paper>
  )
}
