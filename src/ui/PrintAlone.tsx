import { createPortal } from 'react-dom'
import styles from './PrintAlone.module.css'

/** What paper gets instead of the page while it is there: never seen on the screen. */
export function PrintAlone({ children }: { readonly children: React.ReactNode }) {
  return createPortal(
    <div className={styles.sheet} data-print-alone>
      {children}
    </div>,
    document.body,
  )
}
