import styles from './SideBySide.module.css'

interface SideBySideProps {
  /** What is looked at beside the work. */
  readonly aside: React.ReactNode
  readonly children: React.ReactNode
}

/** The work at the left, what it answers to at the right; one after the other where there is no room. */
export function SideBySide({ aside, children }: SideBySideProps) {
  return (
    <div className={styles.columns}>
      <div>{children}</div>
      <aside>{aside}</aside>
    </div>
  )
}
