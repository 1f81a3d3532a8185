import type { LocalDate } from '@/domain/local-date/local-date'
import CalendarOutlined from '@ant-design/icons/CalendarOutlined'
import Input from 'antd/es/input/Input'
import { lazy, Suspense, useState } from 'react'
import styles from './LocalDatePicker.module.css'

const loadCalendar = () => import('./CalendarPicker').then((module) => ({ default: module.CalendarPicker }))
const CalendarPicker = lazy(loadCalendar)

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
 * all else on a page of tasks, so it is fetched when somebody reaches for the field.
 */
export function LocalDatePicker(props: LocalDatePickerProps) {
  const [isReachedFor, setIsReachedFor] = useState(false)
  const resting = <RestingField {...props} onReach={() => setIsReachedFor(true)} />
  if (!isReachedFor) return resting
  return (
    <Suspense fallback={resting}>
      <CalendarPicker placeholder={PLACEHOLDER} {...props} />
    </Suspense>
  )
}

const PLACEHOLDER = '选择日期'

interface RestingFieldProps extends LocalDatePickerProps {
  readonly onReach: () => void
}

/** The field as it looks before anybody uses it. */
function RestingField({
  value = null,
  id,
  placeholder = PLACEHOLDER,
  isDisabled = false,
  label,
  onReach,
}: RestingFieldProps) {
  return (
    <Input
      readOnly
      className={styles.field ?? ''}
      {...(id === undefined ? {} : { id })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      value={value ?? ''}
      placeholder={placeholder}
      disabled={isDisabled}
      suffix={<CalendarOutlined className={styles.icon ?? ''} />}
      onPointerEnter={() => void loadCalendar().catch(() => undefined)}
      onFocus={onReach}
    />
  )
}
