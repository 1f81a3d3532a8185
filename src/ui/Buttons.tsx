import styles from './Buttons.module.css'

interface ButtonsProps {
  /** At the end of the line, as in dialogs and under what is decided; at the start beside what they act on. */
  readonly align?: 'start' | 'end'
  /** Quiet words at the other end: how many are left, when it was saved. */
  readonly note?: React.ReactNode
  readonly children: React.ReactNode
}

/** A row of buttons; on a phone those at the end fill the line, the words above them. */
export function Buttons({ align = 'start', note, children }: ButtonsProps) {
  return (
    <div className={align === 'end' ? `${styles.row} ${styles.end}` : styles.row}>
      {note === undefined ? null : <div className={styles.note}>{note}</div>}
      {children}
    </div>
  )
}
