import { paths } from '@/domain/addresses/paths'
import type { ObligationId } from '@/domain/ids'
import { yearOf } from '@/domain/local-date/local-date'
import type { Obligation } from '@/domain/reporting/obligation'
import { signalAppearance } from '@/domain/signal/signal-vocabulary'
import { SignalMark } from '@/ui/work/SignalMark'
import { Link } from 'react-router'
import styles from './MilestonePicker.module.css'

interface MilestonePickerProps {
  readonly obligations: readonly Obligation[]
  readonly chosenId: ObligationId
}

/** The milestones of one assignment, each with its signal; nothing when there is only one. */
export function MilestonePicker({ obligations, chosenId }: MilestonePickerProps) {
  if (obligations.length < 2) return null
  return (
    <nav aria-label="年度节点" className={styles.picker}>
      {obligations.map((each) => {
        const appearance = signalAppearance(each)
        const isChosen = each.id === chosenId
        return (
          <Link
            key={each.id}
            to={paths.obligation.to(each.id)}
            className={isChosen ? `${styles.milestone} ${styles.chosen}` : styles.milestone}
            aria-current={isChosen ? 'page' : undefined}
          >
            <SignalMark appearance={appearance} />
            {nameOf(each)}
            <span className="faint">{appearance.label}</span>
          </Link>
        )
      })}
    </nav>
  )
}

/** A year's end is called by its year, any other day by its date; a date of the unit's own is said with it. */
function nameOf({ dueOn, milestoneDueOn }: Obligation): string {
  const name = milestoneDueOn.endsWith('-12-31') ? `${yearOf(milestoneDueOn)} 年` : milestoneDueOn
  return dueOn === milestoneDueOn ? name : `${name}（期限 ${dueOn}）`
}
