import { paths } from '@/domain/addresses/paths'
import type { TaskId } from '@/domain/ids'
import type { LocalDate } from '@/domain/local-date/local-date'
import type { Obligation } from '@/domain/reporting/obligation'
import { assignmentRoleVocabulary, type AssignmentRole } from '@/domain/responsibility/assignment-role-vocabulary'
import { reasonsBesideTag } from '@/domain/signal/signal-words'
import { Link } from 'react-router'
import { Fact, FactList } from '../FactList'
import { Paper } from '../Paper'
import { StatusTag } from '../StatusTag'
import { AgeText } from './AgeText'
import { DueText } from './DueText'
import { PercentBar } from './PercentBar'
import styles from './RequirementSheet.module.css'
import { SignalTag } from './SignalTag'

interface RequirementSheetProps {
  readonly taskId: TaskId
  readonly unitName: string
  readonly role: AssignmentRole
  readonly dueOn: LocalDate
  readonly milestoneDueOn: LocalDate
  readonly sectionTitle: string | null
  readonly documentNumber?: string | null
  /** What the milestone asks; '' when the document says no more than the task does. */
  readonly requirement: string
  readonly taskRequirement: string
  /** How it stands today; null until it is fetched, or when the task was withdrawn. */
  readonly standing: Obligation | null
  /** A report on it is read: no day is counted, and what was approved before stands beside it. */
  readonly isUnderReview?: boolean
}

/** What is asked for, in the words of the document, and how it stands. */
export function RequirementSheet(props: RequirementSheetProps) {
  const { standing, requirement, isUnderReview = false } = props
  const { dueOn, milestoneDueOn } = props
  return (
    <Paper title="任务要求" aside={<Link to={paths.task.to(props.taskId)}>查看任务和原文</Link>}>
      {standing === null ? null : (
        <div className={`${styles.standing} line soft`}>
          <SignalTag state={standing} />
          <span>{reasonsBesideTag(standing, standing.reasons)}</span>
          {isUnderReview || standing.isClosed ? null : <AgeText state={standing} />}
        </div>
      )}
      <FactList>
        <Fact label="单位">
          {props.unitName} <StatusTag vocabulary={assignmentRoleVocabulary} value={props.role} />
        </Fact>
        <Fact label="期限">
          <DueText
            state={isUnderReview || standing === null ? { dueOn, milestoneDueOn } : standing}
            isOngoing={standing?.isOngoing ?? false}
            isBesideSignal={standing !== null}
          />
        </Fact>
        <Fact label="已通过">
          {standing === null || !isUnderReview ? null : (
            <PercentBar
              progress={{ percent: standing.percent, scheduledPercent: standing.scheduledPercent }}
              label="已通过的进度"
            />
          )}
        </Fact>
        <Fact label="章节">{props.sectionTitle}</Fact>
        <Fact label="文号">{props.documentNumber}</Fact>
      </FactList>
      {isSaidBy(requirement, props.taskRequirement) ? null : <Words title="本节点要求">{requirement}</Words>}
      <Words title="原文">{props.taskRequirement}</Words>
    </Paper>
  )
}

/** Whether the document's words are the milestone's own, but for the stop at the end. */
function isSaidBy(requirement: string, whole: string): boolean {
  return requirement === '' || requirement === whole.trim().replace(/[。；;]$/, '')
}

function Words({ title, children }: { readonly title: string; readonly children: string }) {
  return (
    <section className={styles.words}>
      <h3>{title}</h3>
      <blockquote className={styles.text}>{children}</blockquote>
    </section>
  )
}
