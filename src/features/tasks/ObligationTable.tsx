import { compareLocalDates } from '@/domain/local-date/local-date'
import type { Obligation } from '@/domain/reporting/obligation'
import { assignmentRoleVocabulary } from '@/domain/responsibility/assignment-role-vocabulary'
import { signalReasonVocabulary } from '@/domain/signal/signal-reason-vocabulary'
import { reasonsBesideTag } from '@/domain/signal/signal-words'
import { signalAppearance } from '@/domain/signal/signal-vocabulary'
import { DateText } from '@/ui/DateText'
import { ToneTag } from '@/ui/StatusTag'
import { TextButton } from '@/ui/TextButton'
import { AgeText } from '@/ui/work/AgeText'
import { DueText } from '@/ui/work/DueText'
import { PercentBar } from '@/ui/work/PercentBar'
import { SignalTag } from '@/ui/work/SignalTag'
import { use, useState } from 'react'
import styles from './ObligationTable.module.css'
import { ObligationActionsContext } from './task-sheet'
import { useAskedFor } from './use-asked-for'

interface ObligationTableProps {
  readonly obligations: readonly Obligation[]
}

/** Each milestone with where every unit stands on it, as they were on the day that the obligations are of. */
export function ObligationTable({ obligations }: ObligationTableProps) {
  return byMilestone(obligations).map(([milestone, group]) => (
    <MilestoneBlock key={milestone.milestoneId} milestone={milestone} obligations={worstFirst(group)} />
  ))
}

/** The obligations of each milestone under the first of them, earliest milestone first. */
function byMilestone(obligations: readonly Obligation[]): [Obligation, readonly Obligation[]][] {
  const groups = new Map<string, Obligation[]>()
  for (const each of obligations) groups.set(each.milestoneId, [...(groups.get(each.milestoneId) ?? []), each])
  return [...groups.values()]
    .flatMap((group): [Obligation, readonly Obligation[]][] => (group[0] === undefined ? [] : [[group[0], group]]))
    .sort(([a], [b]) => compareLocalDates(a.milestoneDueOn, b.milestoneDueOn))
}

const SHOWN_UNITS = 8

/** What needs attention stands first; units in the same state keep their order. */
function worstFirst(obligations: readonly Obligation[]): Obligation[] {
  const gravity = (obligation: Obligation) => signalAppearance(obligation).order
  return [...obligations].sort((a, b) => gravity(a) - gravity(b))
}

interface MilestoneBlockProps extends Pick<ObligationTableProps, 'obligations'> {
  readonly milestone: Pick<Obligation, 'milestoneId' | 'milestoneDueOn' | 'requirement' | 'isOngoing'>
}

function MilestoneBlock({ milestone, obligations }: MilestoneBlockProps) {
  const [isWhole, setIsWhole] = useState(obligations.length <= SHOWN_UNITS)
  const { isAskedFor, arrive } = useAskedFor(milestone.milestoneId)
  return (
    <section
      ref={arrive}
      className={styles.milestone}
      id={milestone.milestoneId}
      tabIndex={-1}
      aria-label={`${milestone.milestoneDueOn} 的节点`}
      aria-current={isAskedFor ? 'location' : undefined}
    >
      <h3 className={styles.head}>
        {/* The days are counted beside whoever owes it. */}
        节点 <DueText state={{ dueOn: milestone.milestoneDueOn }} isOngoing={milestone.isOngoing} />
        {isAskedFor ? <ToneTag tone="accent">所选节点</ToneTag> : null}
      </h3>
      {milestone.requirement === '' ? null : <p className={styles.requirement}>{milestone.requirement}</p>}
      <ul>
        {obligations.map((obligation, index) => (
          <ObligationRow key={obligation.id} obligation={obligation} isFolded={!isWhole && index >= SHOWN_UNITS} />
        ))}
      </ul>
      {isWhole ? null : (
        <TextButton data-print="hide" onClick={() => setIsWhole(true)}>
          展开全部 {obligations.length} 个单位
        </TextButton>
      )}
    </section>
  )
}

interface ObligationRowProps {
  readonly obligation: Obligation
  /** Not shown until somebody asks for it; paper shows all. */
  readonly isFolded: boolean
}

function ObligationRow({ obligation, isFolded }: ObligationRowProps) {
  const actions = use(ObligationActionsContext)
  const { percent, waitingPercent, scheduledPercent, isClosed } = obligation
  const reasons = reasonsBesideTag(obligation, obligation.reasons)
  return (
    <li className={styles.row} data-folded={isFolded}>
      <span>
        {obligation.unitName} <span className={styles.role}>{assignmentRoleVocabulary.label(obligation.role)}</span>
        <OwnDue obligation={obligation} />
      </span>
      <span className="line">
        <SignalTag state={obligation} />
        {reasons === '' ? null : <span>{reasons}</span>}
      </span>
      <PercentBar
        progress={{ percent, waitingPercent, scheduledPercent: isClosed ? null : scheduledPercent }}
        label={`${obligation.unitName}的进度`}
      />
      <span className="faint">
        {obligation.completedOn === null ? (
          <AgeText state={obligation} />
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

/** Until when a unit owes it: counted while its clock runs, and with the milestone's date where it has its own. */
function OwnDue({ obligation }: { readonly obligation: Obligation }) {
  const { dueOn, milestoneDueOn, reason } = obligation
  if (dueOn === milestoneDueOn && signalReasonVocabulary.of(reason).clock === 'still') return null
  return (
    <div>
      期限 <DueText state={obligation} isBesideSignal />
    </div>
  )
}
