import styles from './CutText.module.css'

interface CutTextProps extends Omit<React.ComponentProps<'span'>, 'className' | 'style'> {
  readonly lines?: number
}

/** Text cut after a line or more; the whole of it on paper, and as the hint where it is only words. */
export function CutText({ lines = 1, children, ...rest }: CutTextProps) {
  return (
    <span
      {...(typeof children === 'string' ? { title: children } : {})}
      {...rest}
      className={styles.text}
      style={{ WebkitLineClamp: lines }}
    >
      {children}
    </span>
  )
}
