import { completionVocabulary, signalVocabulary } from '@/domain/signal/signal-vocabulary'
import styles from './SignalBar.module.css'
import type { SignalCountKey } from './SignalCounts'

interface SignalBarProps {
  readonly counts: Readonly<Record<SignalCountKey, number>>
  /** The count that fills the whole bar; bars of one table share it, so that lengths compare. */
  readonly max: number
}

const parts: readonly {
  readonly key: SignalCountKey
  readonly label: string
  readonly className: string | undefined
}[] = [
  ...signalVocabulary.entries.map(({ value, label }) => ({ key: value, label, className: styles[value] })),
  { key: 'complete', label: completionVocabulary.label('complete'), className: styles.complete },
]

/** Signals as lengths of one bar; the figures stand beside it, so paper goes without. */
export function SignalBar({ counts, max }: SignalBarProps) {
  const words = parts.map(({ key, label }) => `${label} ${counts[key]} 项`).join('，')
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
