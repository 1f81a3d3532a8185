import type { LocalDate } from '@/domain/local-date/local-date'
import { isLocalDate } from '@/domain/local-date/local-date'
import { DatePicker } from 'antd'
import dayjs from 'dayjs'

interface LocalDatePickerProps {
  readonly value?: LocalDate | null
  readonly onChange?: (value: LocalDate | null) => void
  readonly id?: string
  readonly placeholder?: string
  readonly isDisabled?: boolean
  readonly min?: LocalDate
  readonly max?: LocalDate
  /** What the day is, where no visible label says it. */
  readonly label?: string
  readonly isClearable?: boolean
}

/** A date field that gives and takes days, never instants; stands in a `Form.Item` as it is. */
export function LocalDatePicker({
  value = null,
  onChange,
  id,
  placeholder = '选择日期',
  isDisabled = false,
  min,
  max,
  label,
  isClearable = true,
}: LocalDatePickerProps) {
  return (
    <DatePicker
      {...(id === undefined ? {} : { id })}
      value={value === null ? null : dayjs(value)}
      placeholder={placeholder}
      disabled={isDisabled}
      allowClear={isClearable}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(min === undefined ? {} : { minDate: dayjs(min) })}
      {...(max === undefined ? {} : { maxDate: dayjs(max) })}
      onChange={(day) => {
        const text = day?.format('YYYY-MM-DD') ?? ''
        onChange?.(isLocalDate(text) ? text : null)
      }}
    />
  )
}
