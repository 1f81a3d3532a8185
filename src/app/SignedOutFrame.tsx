import { PRODUCT_NAME } from '@/domain/product-name'
import styles from './SignedOutFrame.module.css'

/** The plain frame of pages for people who are not signed in: the product's name and nothing of what it holds. */
export function SignedOutFrame({ children }: { readonly children: React.ReactNode }) {
  return (
    <div className={styles.desk}>
      <main className={styles.sheet}>
        <p className={styles.product}>{PRODUCT_NAME}</p>
        {children}
      </main>
    </div>
  )
}
