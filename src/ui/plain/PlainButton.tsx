import styles from './PlainButton.module.css'

interface PlainButtonProps extends React.ComponentProps<'button'> {
  /** The one main action of a page. */
  readonly isMain?: boolean
  /** What the button began is under way; it can't be pressed again meanwhile. */
  readonly isBusy?: boolean
}

/** A button for pages that come without the component library: those seen before signing in, and failures. */
export function PlainButton({ isMain = false, isBusy = false, disabled, type = 'button', ...rest }: PlainButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={isMain ? `${styles.button} ${styles.main}` : styles.button}
      disabled={isBusy || disabled === true}
      aria-busy={isBusy}
    />
  )
}
