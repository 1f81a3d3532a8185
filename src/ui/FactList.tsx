import styles from './FactList.module.css'

interface FactListProps {
  /** `rows` has each label beside its value, `text` above it on a phone; `columns` has the facts side by side. */
  readonly layout?: 'rows' | 'text' | 'columns'
  readonly label?: string
  /** `Fact`s. */
  readonly children: React.ReactNode
}

/** Facts, each a label and a value. */
export function FactList({ layout = 'rows', label, children }: FactListProps) {
  return (
    <dl className={layout === 'text' ? `${styles.rows} ${styles.text}` : styles[layout]} aria-label={label}>
      {children}
    </dl>
  )
}

interface FactProps {
  readonly label: string
  readonly children: React.ReactNode
}

/** One fact; one that is not known is left out. */
export function Fact({ label, children }: FactProps) {
  if (children === null || children === undefined || children === '') return null
  return (
    <div className={styles.fact}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
