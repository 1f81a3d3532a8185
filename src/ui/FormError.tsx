import { useErrorWords } from './error-words'
import styles from './FormError.module.css'

/** The failure of a form's last submission, above its buttons; nothing while there is none. */
export function FormError({ error }: { readonly error: unknown }) {
  const errorWords = useErrorWords()
  if (error === null || error === undefined) return null
  return (
    <p role="alert" className={styles.error}>
      {errorWords(error)}
    </p>
  )
}
