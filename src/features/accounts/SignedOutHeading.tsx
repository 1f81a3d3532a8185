import { PRODUCT_NAME } from '@/domain/product-name'
import styles from './accounts.module.css'

interface SignedOutHeadingProps {
  readonly title: string
  readonly description?: React.ReactNode
}

/** The heading of a page for people who are not signed in. */
export function SignedOutHeading({ title, description }: SignedOutHeadingProps) {
  return (
    <header className={styles.heading}>
      <title>{`${title} · ${PRODUCT_NAME}`}</title>
      <h1>{title}</h1>
      {description === undefined ? null : <p className="faint">{description}</p>}
    </header>
  )
}
