import styles from './Paper.module.css'

interface PaperProps {
  readonly title?: React.ReactNode
  /** Quiet controls at the right of the title. */
  readonly aside?: React.ReactNode
  /** A table or list that runs to the edges of the sheet. */
  readonly isFlush?: boolean
  readonly children: React.ReactNode
}

/** A sheet of white paper on the desk; sheets never lie in sheets. */
export function Paper({ title, aside, isFlush = false, children }: PaperProps) {
  return (
    <section className={styles.paper}>
      {title === undefined && aside === undefined ? null : (
        <div className={styles.head}>
          <h2>{title}</h2>
          {aside === undefined ? null : (
            <div className={`${styles.aside} faint`} data-alone>
              {aside}
            </div>
          )}
        </div>
      )}
      <div className={isFlush ? styles.flush : styles.body}>{children}</div>
    </section>
  )
}
