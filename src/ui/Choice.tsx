import { Select } from 'antd'
import styles from './Choice.module.css'

interface ChoiceProps<Value extends string> {
  readonly label: string
  readonly value: Value | ''
  /** What nothing chosen is called; without it something is always chosen. */
  readonly all?: string
  /** Undefined while they are fetched. */
  readonly choices: readonly { readonly value: Value; readonly label: string }[] | undefined
  readonly onChange: (value: Value | '') => void
}

/** One of a list's filters: a box that says its choice and is found by its label. */
export function Choice<Value extends string>({ label, value, all, choices, onChange }: ChoiceProps<Value>) {
  const options = (choices ?? []).map((choice) => ({ value: choice.value, label: choice.label }))
  return (
    <Select<Value | ''>
      className={styles.choice ?? ''}
      aria-label={label}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      loading={choices === undefined}
      // Until the names are here, a chosen id would be shown bare.
      value={choices === undefined ? '' : value}
      options={all === undefined ? options : [{ value: '' as const, label: all }, ...options]}
      onChange={onChange}
    />
  )
}
