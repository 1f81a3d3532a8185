import type { LocalDate } from '@/domain/local-date/local-date'
import { Button } from 'antd'
import { LocalDatePicker } from '../date-picker/LocalDatePicker'
import { useToday } from '../use-today'
import styles from './AsOfPicker.module.css'

interface AsOfPickerProps {
  /** Null is today. */
  readonly asOf: LocalDate | null
  readonly onChange: (asOf: LocalDate | null) => void
}

/** Chooses the day a page speaks of: today, or any past one as it was known then. */
export function AsOfPicker({ asOf, onChange }: AsOfPickerProps) {
  const today = useToday()
  return (
    <span className={styles.row}>
      <label className="nowrap" htmlFor="as-of">
        截至
      </label>
      <LocalDatePicker id="as-of" value={asOf ?? today} max={today} onChange={onChange} />
      {asOf === null ? null : <Button onClick={() => onChange(null)}>回到今天</Button>}
    </span>
  )
}
