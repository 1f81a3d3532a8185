import { completionVocabulary, signalVocabulary } from '@/domain/signal/signal-vocabulary'
import type { SignalCountKey } from '@/domain/signal/signal-words'
import { Link } from 'react-router'
import { SignalMark } from './SignalMark'
import styles from './SignalCounts.module.css'

interface SignalCountsProps {
  readonly counts: Readonly<Record<SignalCountKey, number>>
  /** The list behind a number. */
  readonly hrefOf: (key: SignalCountKey) => string
}

const appearances = [...signalVocabulary.entries, completionVocabulary.of('complete')] as const

/** How many tasks stand in each signal: units and plans never get one lamp for all. */
export function SignalCounts({ counts, hrefOf }: SignalCountsProps) {
  return (
    <span className={styles.counts}>
      {appearances.map((appearance) => {
        const key = appearance.value === 'complete_late' ? 'complete' : appearance.value
        const count = counts[key]
        const content = (
          <>
            <SignalMark appearance={appearance} />
            <span>{count}</span>
          </>
        )
        const label = `${appearance.label} ${count} 项`
        const className = count === 0 ? `${styles.count} ${styles.zero} faint` : styles.count
        return count === 0 ? (
          <span key={key} className={className} title={label} aria-label={label} role="img">
            {content}
          </span>
        ) : (
          <Link key={key} className={className} title={label} aria-label={label} to={hrefOf(key)}>
            {content}
          </Link>
        )
      })}
    </span>
  )
}
