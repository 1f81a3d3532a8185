import { toTotal } from '@/data/overview/mapper'
import type { OverviewScope, PlanOverview, TaskCounts } from '@/data/overview/overview'
import { progressInWords } from '@/domain/reporting/percent'
import { AWAITING_TASKS } from '@/domain/review/awaiting-words'
import { signalCountVocabulary } from '@/domain/signal/signal-vocabulary'
import { Paper } from '@/ui/Paper'
import { PercentBar } from '@/ui/work/PercentBar'
import { SignalMark } from '@/ui/work/SignalMark'
import { Link } from 'react-router'
import styles from './OverallSheet.module.css'
import { tasksBehind } from './scope'

interface OverallSheetProps {
  readonly plans: readonly PlanOverview[]
  readonly scope: OverviewScope
}

/** The first look: how many tasks stand in each signal, and whether the work keeps up with time. */
export function OverallSheet({ plans, scope }: OverallSheetProps) {
  const counts = toTotal(plans)
  const awaiting = plans.reduce((sum, plan) => sum + plan.awaitingReview, 0)
  const leadsDone = plans.reduce((sum, plan) => sum + plan.leadsDone, 0)
  const only = plans.length === 1 ? plans[0] : undefined
  return (
    <Paper>
      <ul className={styles.figures} aria-label="各类任务数">
        <Figure label="全部任务" count={counts.tasks} href={tasksBehind(scope)} />
        {signalCountVocabulary.entries
          // Over once it is answered: said beside the figures, where there is any.
          .filter(({ value }) => value !== 'before_given')
          .map((appearance) => (
            <Figure
              key={appearance.value}
              label={appearance.label}
              count={counts[appearance.value]}
              href={tasksBehind(scope, { signal: appearance.value })}
              mark={<SignalMark appearance={appearance} size={12} />}
              isWrong={appearance.value === 'red'}
              note={appearance.value === 'complete' ? lateNote(counts, scope) : undefined}
            />
          ))}
      </ul>
      <Besides
        counts={[
          {
            label: signalCountVocabulary.label('before_given'),
            count: counts.before_given,
            href: tasksBehind(scope, { signal: 'before_given' }),
          },
          { label: '牵头已办结、责任未办结', count: leadsDone, href: tasksBehind(scope, { leadsDone: true }) },
          { label: AWAITING_TASKS, count: awaiting, href: tasksBehind(scope, { awaiting: true }) },
        ]}
      />
      {only === undefined ? null : (
        <div className={styles.progress}>
          <PercentBar progress={only} label="总进度" />
          <p className="soft">{`总进度 ${progressInWords(only)}`}</p>
        </div>
      )}
    </Paper>
  )
}

interface FigureProps {
  readonly label: string
  readonly count: number
  readonly href: string
  readonly mark?: React.ReactNode
  readonly note?: React.ReactNode
  /** What is wrong is the largest figure and the only red one; with none of it nothing is. */
  readonly isWrong?: boolean
}

function Figure({ label, count, href, mark, note, isWrong = false }: FigureProps) {
  return (
    <li className={styles.figure}>
      <span className={styles.label}>
        {mark}
        {label}
      </span>
      <Link
        to={href}
        className={isWrong && count > 0 ? `${styles.count} ${styles.wrong}` : styles.count}
        aria-label={`${label} ${count} 项`}
      >
        {count}
      </Link>
      {note === undefined ? null : <span className="faint">{note}</span>}
    </li>
  )
}

interface BesidesProps {
  readonly counts: readonly { readonly label: string; readonly count: number; readonly href: string }[]
}

/** What is counted across the figures above, each where there is any: 待审核任务 9 项. */
function Besides({ counts }: BesidesProps) {
  const some = counts.filter(({ count }) => count > 0)
  if (some.length === 0) return null
  return (
    <ul className={`${styles.besides} line soft`} aria-label="其中">
      {some.map(({ label, count, href }) => (
        <li key={label}>
          {label}{' '}
          <Link data-reach to={href} aria-label={`${label} ${count} 项`}>
            {count} 项
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** How many of the complete ones were late, with their list. */
function lateNote({ completeLate }: TaskCounts, scope: OverviewScope): React.ReactNode {
  if (completeLate === 0) return undefined
  return <Link to={tasksBehind(scope, { signal: 'complete_late' })}>其中逾期 {completeLate} 项</Link>
}
