import styles from './Field.module.css'

interface FieldProps {
  readonly label: React.ReactNode
  readonly children: React.ReactNode
}

/** One control under its label, where no form of Ant Design does it. */
export function Field({ label, children }: FieldProps) {
  return (
    <label className={styles.field}>
      <span className={styles.label}>{label}</span>
      {children}
    </label>
  )
}
