import { useErrorWords } from './error-words'
import { Notice } from './Notice'

/** The failure of a form's last submission, above its buttons; nothing while there is none. */
export function FormError({ error }: { readonly error: unknown }) {
  const errorWords = useErrorWords()
  if (error === null || error === undefined) return null
  return (
    <Notice tone="bad" role="alert">
      {errorWords(error)}
    </Notice>
  )
}
