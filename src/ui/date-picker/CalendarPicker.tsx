import { fromCalendarDay, localDateOf, toCalendarDay } from '@/domain/local-date/local-date'
import type { LocalDate } from '@/domain/local-date/local-date'
import dateFnsCalendar from '@rc-component/picker/generate/dateFns'
import generatePicker from 'antd/es/date-picker/generatePicker'
import type { LocalDatePickerProps } from './LocalDatePicker'

/** Ant Design's picker on date-fns, whose today is the business day, not the machine's. */
const DatePicker = generatePicker<Date>({
  ...dateFnsCalendar,
  getNow: () => toCalendarDay(localDateOf(new Date())),
})

/** Under the field, or above it where there is no room; moved sideways as far as a narrow screen asks for. */
const overflow = { shiftX: true, adjustY: true } as const
const placements = {
  bottomLeft: { points: ['tl', 'bl'], offset: [0, 4], overflow },
  topLeft: { points: ['bl', 'tl'], offset: [0, -4], overflow },
}

/** The calendar that opens under a date field, with the field itself; it has the focus from the start. */
export function CalendarPicker(props: LocalDatePickerProps) {
  const { value = null, onChange, id, placeholder, isDisabled = false, min, max, label, isClearable = true } = props
  return (
    <DatePicker
      autoFocus
      defaultOpen
      builtinPlacements={placements}
      {...(id === undefined ? {} : { id })}
      {...(placeholder === undefined ? {} : { placeholder })}
      value={toDay(value)}
      disabled={isDisabled}
      allowClear={isClearable}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(min === undefined ? {} : { minDate: toCalendarDay(min) })}
      {...(max === undefined ? {} : { maxDate: toCalendarDay(max) })}
      onChange={(day) => onChange?.(day === null ? null : fromCalendarDay(day))}
    />
  )
}

function toDay(date: LocalDate | null): Date | null {
  return date === null ? null : toCalendarDay(date)
}
