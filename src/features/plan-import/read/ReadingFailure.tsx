import { ErrorMessage } from '@/ui/ErrorMessage'
import styles from './ReadingProgress.module.css'
import type { ReadingSource } from './use-plan-reading'

/** Why a file was not read, and what to do; the page below stays ready for another. */
export function ReadingFailure({ source, message }: { readonly source: ReadingSource; readonly message: string }) {
  return (
    <div className={styles.failure}>
      <ErrorMessage title={`「${source.fileName}」没有读成`} message={message} />
    </div>
  )
}
