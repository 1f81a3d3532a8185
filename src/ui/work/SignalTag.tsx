import { signalAppearance, type Signal } from '@/domain/signal/signal-vocabulary'
import { SignalMark } from './SignalMark'
import styles from './SignalTag.module.css'

interface SignalTagProps {
  readonly signal: Signal
  readonly isComplete: boolean
  readonly isLate: boolean
}

/** A signal by shape, word and colour; late completion keeps its yellow edge. */
export function SignalTag({ signal, isComplete, isLate }: SignalTagProps) {
  const appearance = signalAppearance(signal, isComplete, isLate)
  const isLateCompletion = appearance.value === 'complete_late'
  return (
    <span
      className={isLateCompletion ? `${styles.tag} ${styles.late}` : styles.tag}
      style={{ color: `var(${appearance.colourToken})`, background: `var(${appearance.washToken})` }}
    >
      <SignalMark appearance={appearance} />
      {appearance.label}
    </span>
  )
}
