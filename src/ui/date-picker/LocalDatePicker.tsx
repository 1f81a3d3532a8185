import type { LocalDate } from '@/domain/local-date/local-date'
import { isLocalDate } from '@/domain/local-date/local-date'
import CalendarOutlined from '@ant-design/icons/CalendarOutlined'
import Input from 'antd/es/input/Input'
import { useState } from 'react'
import { useArrival } from '../use-arrival'
import styles from './LocalDatePicker.module.css'

const loadCalendar = () => import('./CalendarPicker').then((module) => module.CalendarPicker)

export interface LocalDatePickerProps {
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

/**
 * A date field that gives and takes days, never instants; stands in a `Form.Item` as it is. The calendar weighs as much as
 * all else on a page of tasks, so it is fetched when somebody reaches for the field, which meanwhile takes what is typed.
 */
export function LocalDatePicker(props: LocalDatePickerProps) {
  const { Part: Calendar, want, giveUp } = useArrival(loadCalendar)
  if (Calendar !== null) return <Calendar placeholder={PLACEHOLDER} {...props} />
  return <RestingField {...props} onReach={() => void want()} onGoOn={giveUp} />
}

const PLACEHOLDER = '选择日期'

interface RestingFieldProps extends LocalDatePickerProps {
  readonly onReach: () => void
  /** Who types goes on typing, and who left is not called back. */
  readonly onGoOn: () => void
}

/** The field before the calendar is here: a date may be typed, as 2026-06-30. */
function RestingField(props: RestingFieldProps) {
  const {
    value = null,
    onChange,
    id,
    placeholder = PLACEHOLDER,
    isDisabled = false,
    min,
    max,
    label,
    onReach,
    onGoOn,
  } = props
  const [typed, setTyped] = useState<string | null>(null)
  const type = (text: string) => {
    onGoOn()
    setTyped(text)
    const isAllowed = isLocalDate(text) && (min === undefined || text >= min) && (max === undefined || text <= max)
    if (isAllowed) onChange?.(text)
  }
  return (
    <Input
      className={styles.field ?? ''}
      {...(id === undefined ? {} : { id })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      value={typed ?? value ?? ''}
      placeholder={placeholder}
      disabled={isDisabled}
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
