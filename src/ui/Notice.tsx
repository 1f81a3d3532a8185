import styles from './Notice.module.css'

interface NoticeProps extends Omit<React.ComponentProps<'div'>, 'title' | 'className'> {
  /** `accent` tells, `warning` wants something done, `bad` says what failed, `neutral` is on record. */
  readonly tone?: 'accent' | 'warning' | 'bad' | 'neutral'
  /** What it is about, in bold above the words. */
  readonly title?: React.ReactNode
  /** What can be done about it. */
  readonly actions?: React.ReactNode
}

/** Words that stand out of what they stand in: an edge and a wash of their tone. */
export function Notice({ tone = 'accent', title, actions, children, ...rest }: NoticeProps) {
  return (
    <div {...rest} className={`${styles.notice} ${styles[tone] ?? ''}`}>
      <div className={styles.words}>
        {title === undefined ? null : <p className="strong">{title}</p>}
        {children}
      </div>
      {actions === undefined ? null : (
        <div className={styles.actions} data-alone>
          {actions}
        </div>
      )}
    </div>
  )
}
