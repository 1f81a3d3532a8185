import { signalAppearance, type SignalState } from '@/domain/signal/signal-vocabulary'
import { SignalMark } from './SignalMark'
import styles from './SignalTag.module.css'

/** How something stands by shape, word and colour; late completion keeps its yellow edge. */
export function SignalTag({ state }: { readonly state: SignalState }) {
  const appearance = signalAppearance(state)
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
