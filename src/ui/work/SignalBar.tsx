import { signalCountVocabulary, type SignalCountKey } from '@/domain/signal/signal-vocabulary'
import { countsInWords } from '@/domain/signal/signal-words'
import styles from './SignalBar.module.css'

interface SignalBarProps {
  readonly counts: Readonly<Record<SignalCountKey, number>>
  /** The count that fills the whole bar; bars of one table share it, so that lengths compare. */
  readonly max: number
}

const parts: readonly {
  readonly key: SignalCountKey
  readonly className: string | undefined
}[] = signalCountVocabulary.entries.map(({ value }) => ({ key: value, className: styles[value] }))

/** Signals as lengths of one bar; the figures stand beside it, so paper goes without. */
export function SignalBar({ counts, max }: SignalBarProps) {
  const words = countsInWords(counts)
  return (
    <span className={styles.bar} role="img" aria-label={words} title={words} data-print="hide">
      {parts
        .filter(({ key }) => counts[key] > 0)
        .map(({ key, className }) => (
          <span key={key} className={className} style={{ width: `${max === 0 ? 0 : (100 * counts[key]) / max}%` }} />
        ))}
    </span>
  )
}
