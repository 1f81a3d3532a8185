import { isLocalDate, type LocalDate } from '@/domain/local-date/local-date'
import CalendarOutlined from '@ant-design/icons/CalendarOutlined'
import Input from 'antd/es/input/Input'
import { useState } from 'react'
import { useArrival } from '../use-arrival'
import styles from './LocalDatePicker.module.css'

const loadCalendar = () => import('./CalendarPicker').then((module) => module.CalendarPicker)

export interface LocalDateFieldProps {
  readonly value?: LocalDate | null
  readonly onChange?: (value: LocalDate | null) => void
  readonly id?: string
  readonly max?: LocalDate
  /** What the day is, where no visible label says it. */
  readonly 'aria-label'?: string
}

interface LocalDatePickerProps extends LocalDateFieldProps {
  readonly isClearable?: boolean
}

/**
 * A date field that gives and takes days, never instants; stands in a `Form.Item` as it is. The calendar weighs as much as
 * all else on a page of tasks, so it is fetched when somebody reaches for the field, which meanwhile takes what is typed.
 */
export function LocalDatePicker({ isClearable = true, ...field }: LocalDatePickerProps) {
  const { Part: Calendar, want, giveUp } = useArrival(loadCalendar)
  if (Calendar !== null) return <Calendar {...field} placeholder={PLACEHOLDER} allowClear={isClearable} />
  return <RestingField {...field} onReach={() => void want()} onGoOn={giveUp} />
}

const PLACEHOLDER = '选择日期'

interface RestingFieldProps extends LocalDateFieldProps {
  readonly onReach: () => void
  /** Who types goes on typing, and who left is not called back. */
  readonly onGoOn: () => void
}

/** The field before the calendar is here: a date may be typed, as 2026-06-30. */
function RestingField({ value = null, onChange, max, onReach, onGoOn, ...rest }: RestingFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const type = (text: string) => {
    onGoOn()
    setTyped(text)
    if (isLocalDate(text) && (max === undefined || text <= max)) onChange?.(text)
  }
  return (
    <Input
      {...rest}
      className={styles.field ?? ''}
      value={typed ?? value ?? ''}
      placeholder={PLACEHOLDER}
      suffix={<CalendarOutlined className="faint" />}
      onChange={(event) => type(event.target.value)}
      onPointerEnter={() => void loadCalendar().catch(() => undefined)}
      onFocus={onReach}
      onBlur={() => {
        setTyped(null)
        onGoOn()
      }}
    />
  )
}
