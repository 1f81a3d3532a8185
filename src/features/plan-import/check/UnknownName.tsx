import styles from './UnknownName.module.css'

/** A name that stands for no unit yet. */
export function UnknownName({ children }: { readonly children: React.ReactNode }) {
  return (
    <span className={styles.name} title="还没有对应到单位">
      {children}
    </span>
  )
}
