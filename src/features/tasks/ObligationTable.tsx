import type { Milestone } from '@/data/tasks/task'
import type { Obligation } from '@/domain/reporting/obligation'
import { assignmentRoleVocabulary } from '@/domain/responsibility/assignment-role-vocabulary'
import { signalReasonVocabulary } from '@/domain/signal/signal-reason-vocabulary'
import { signalAppearance } from '@/domain/signal/signal-vocabulary'
import { DateText } from '@/ui/DateText'
import { AgeText } from '@/ui/work/AgeText'
import { DueText } from '@/ui/work/DueText'
import { PercentBar } from '@/ui/work/PercentBar'
import { SignalTag } from '@/ui/work/SignalTag'
import { use, useState } from 'react'
import styles from './ObligationTable.module.css'
import { ObligationActionsContext } from './task-sheet'

interface ObligationTableProps {
  readonly milestones: readonly Milestone[]
  readonly obligations: readonly Obligation[]
}

/** Each milestone with where every unit stands on it. */
export function ObligationTable({ milestones, obligations }: ObligationTableProps) {
  return (
    <>
      {milestones.map((milestone) => (
        <MilestoneBlock
          key={milestone.id}
          milestone={milestone}
          obligations={worstFirst(obligations.filter((obligation) => obligation.milestoneId === milestone.id))}
        />
      ))}
    </>
  )
}

const SHOWN_UNITS = 8

/** What needs attention stands first; units in the same state keep their order. */
function worstFirst(obligations: readonly Obligation[]): Obligation[] {
  const gravity = ({ signal, isComplete }: Obligation) => signalAppearance(signal, isComplete).order
  return [...obligations].sort((a, b) => gravity(a) - gravity(b))
}

interface MilestoneBlockProps extends Pick<ObligationTableProps, 'obligations'> {
  readonly milestone: Milestone
}

function MilestoneBlock({ milestone, obligations }: MilestoneBlockProps) {
  const [isWhole, setIsWhole] = useState(obligations.length <= SHOWN_UNITS)
  const isComplete = obligations.every(
    (obligation) => obligation.isComplete || obligation.isNotApplicable || !obligation.isAccountable,
  )
  const shown = isWhole ? obligations : obligations.slice(0, SHOWN_UNITS)
  return (
    <section className={styles.milestone} id={milestone.id} aria-label={`${milestone.dueOn} 的节点`}>
      <h3 className={styles.head}>
        节点 <DueText dueOn={milestone.dueOn} isComplete={isComplete} />
      </h3>
      {milestone.requirement === '' ? null : <p className={styles.requirement}>{milestone.requirement}</p>}
      <ul>
        {shown.map((obligation) => (
          <ObligationRow key={obligation.id} obligation={obligation} />
        ))}
      </ul>
      {isWhole ? null : (
        <button type="button" className={styles.more} onClick={() => setIsWhole(true)}>
          展开全部 {obligations.length} 个单位
        </button>
      )}
    </section>
  )
}

function ObligationRow({ obligation }: { readonly obligation: Obligation }) {
  const actions = use(ObligationActionsContext)
  const reasons = obligation.reasons.map((reason) => signalReasonVocabulary.label(reason)).join('，')
  return (
    <li className={styles.row}>
      <span>
        {obligation.unitName} <span className={styles.role}>{assignmentRoleVocabulary.label(obligation.role)}</span>
      </span>
      <span className={styles.signal}>
        <SignalTag signal={obligation.signal} isComplete={obligation.isComplete} isLate={obligation.isLate} />
        {obligation.isComplete ? null : <span>{reasons}</span>}
      </span>
      <PercentBar
        percent={obligation.percent}
        label={`${obligation.unitName}的进度`}
        {...(obligation.isComplete || obligation.isNotApplicable
          ? {}
          : { scheduledPercent: obligation.scheduledPercent })}
      />
      <span className={styles.quiet}>
        {obligation.completedOn === null ? (
          <AgeText updatedOn={obligation.factOn} />
        ) : (
          <>
            <DateText date={obligation.completedOn} /> 报完成
          </>
        )}
        {actions.map((Action, index) => (
          // The list is written once, in the page's composition, and never changes.
          <Action key={index} obligation={obligation} />
        ))}
      </span>
    </li>
  )
}
