import { Button } from 'antd'
import styles from './ErrorMessage.module.css'

interface ErrorMessageProps {
  /** What happened and what to do, already in words. */
  readonly message: string
  readonly title?: string
  readonly onRetry?: () => void
  readonly isRetrying?: boolean
  readonly actions?: React.ReactNode
}

/** A failure that takes the place of what should be here, with a way out. */
export function ErrorMessage({ message, title = '没有读取到内容', onRetry, isRetrying = false, actions }: ErrorMessageProps) {
  return (
    <div role="alert" className={styles.box}>
      <p className={styles.title}>{title}</p>
      <p className={styles.message}>{message}</p>
      <div className={styles.actions}>
        {onRetry === undefined ? null : (
          <Button onClick={onRetry} loading={isRetrying}>
            重试
          </Button>
        )}
        {actions}
      </div>
    </div>
  )
}
