import { signalCountVocabulary, type SignalCountKey } from '@/domain/signal/signal-vocabulary'
import { Link } from 'react-router'
import { SignalMark } from './SignalMark'
import styles from './SignalCounts.module.css'

interface SignalCountsProps {
  readonly counts: Readonly<Record<SignalCountKey, number>>
  /** The list behind a number. */
  readonly hrefOf: (key: SignalCountKey) => string
}

/** How many tasks stand in each signal: units and plans never get one lamp for all. */
export function SignalCounts({ counts, hrefOf }: SignalCountsProps) {
  return (
    <span className={styles.counts}>
      {signalCountVocabulary.entries
        // Rare, and over once it is answered: its place is not kept.
        .filter(({ value }) => counts[value] > 0 || value !== 'before_given')
        .map((appearance) => {
          const count = counts[appearance.value]
          const content = (
            <>
              <SignalMark appearance={appearance} />
              <span>{count}</span>
            </>
          )
          const label = `${appearance.label} ${count} 项`
          const className = count === 0 ? `${styles.count} ${styles.zero} faint` : styles.count
          return count === 0 ? (
            <span key={appearance.value} className={className} title={label} aria-label={label} role="img">
              {content}
            </span>
          ) : (
            <Link
              key={appearance.value}
              className={className}
              title={label}
              aria-label={label}
              to={hrefOf(appearance.value)}
            >
              {content}
            </Link>
          )
        })}
    </span>
  )
}
