import styles from './ErrorMessage.module.css'
import { PlainButton } from './plain/PlainButton'

interface ErrorMessageProps {
  /** What happened and what to do, already in words. */
  readonly message: string
  readonly title?: string
  readonly onRetry?: () => void
  readonly isRetrying?: boolean
  readonly actions?: React.ReactNode
  /** A notice is nobody's failure: no right to open a page, no such page. */
  readonly kind?: 'failure' | 'notice'
  /** It stands for the whole page, whose heading it is then. */
  readonly isPage?: boolean
}

/** A failure that takes the place of what should be here, with a way out. */
export function ErrorMessage(props: ErrorMessageProps) {
  const { message, title = '没有读取到内容', onRetry, isRetrying = false, actions } = props
  const { kind = 'failure', isPage = false } = props
  const Title = isPage ? 'h1' : 'p'
  return (
    <div role="alert" className={kind === 'failure' ? `${styles.box} ${styles.failure}` : styles.box}>
      <Title className={styles.title}>{title}</Title>
      <p className="soft">{message}</p>
      <div className={styles.actions}>
        {onRetry === undefined ? null : (
          <PlainButton onClick={onRetry} isBusy={isRetrying}>
            重试
          </PlainButton>
        )}
        {actions}
      </div>
    </div>
  )
}
