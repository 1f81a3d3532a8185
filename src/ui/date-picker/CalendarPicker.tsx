import { fromCalendarDay, localDateOf, toCalendarDay } from '@/domain/local-date/local-date'
import dateFnsCalendar from '@rc-component/picker/generate/dateFns'
import generatePicker from 'antd/es/date-picker/generatePicker'
import type { LocalDateFieldProps } from './LocalDatePicker'

/** Ant Design's picker on date-fns, whose today is the business day, not the machine's. */
const DatePicker = generatePicker<Date>({
  ...dateFnsCalendar,
  getNow: () => toCalendarDay(localDateOf(new Date())),
})

/**
 * Under the field, or above it where there is no room. By the field's other edge where it would reach over the page's, as
 * it does at the right of a head; moved sideways only where a narrow screen has room for neither.
 */
const overflow = { adjustX: true, shiftX: true, adjustY: true } as const
const placements = {
  bottomLeft: { points: ['tl', 'bl'], offset: [0, 4], overflow },
  topLeft: { points: ['bl', 'tl'], offset: [0, -4], overflow },
}

interface CalendarPickerProps extends LocalDateFieldProps {
  readonly placeholder: string
  readonly allowClear: boolean
}

/** The calendar that opens under a date field, with the field itself; it has the focus from the start. */
export function CalendarPicker({ value, onChange, max, ...rest }: CalendarPickerProps) {
  return (
    <DatePicker
      autoFocus
      defaultOpen
      builtinPlacements={placements}
      {...rest}
      value={value === null || value === undefined ? null : toCalendarDay(value)}
      {...(max === undefined ? {} : { maxDate: toCalendarDay(max) })}
      onChange={(day) => onChange?.(day === null ? null : fromCalendarDay(day))}
    />
  )
}
