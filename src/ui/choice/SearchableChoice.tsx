import { Select } from 'antd'
import styles from './Choice.module.css'
import type { ChoiceProps } from './Choice'

/** A choice among many, found by typing a part of its name; it is open and has the focus from the start. */
export function SearchableChoice({ label, value, all, choices = [], onChange }: ChoiceProps<string>) {
  const options = choices.map((choice) => ({ value: choice.value, label: choice.label }))
  return (
    <Select<string>
      autoFocus
      defaultOpen
      className={styles.searchable ?? ''}
      aria-label={label}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      value={value}
      options={all === undefined ? options : [{ value: '', label: all }, ...options]}
      onChange={onChange}
    />
  )
}
