import styles from './TextButton.module.css'

/** A button that reads as a link in running text: 展开, 重试. */
export function TextButton(props: Omit<React.ComponentProps<'button'>, 'className' | 'type'>) {
  return <button {...props} type="button" className={styles.button} />
}
