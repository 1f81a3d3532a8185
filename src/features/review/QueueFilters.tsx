import { reviewPlansOptions } from '@/data/review/queries'
import { unitOptionsOptions } from '@/data/units/queries'
import { useQuery } from '@tanstack/react-query'
import { Checkbox, Select } from 'antd'
import type { QueueSearch } from './queue-filter'
import styles from './QueuePage.module.css'

interface QueueFiltersProps {
  readonly filter: QueueSearch
  readonly onChange: (patch: Partial<QueueSearch>) => void
}

/** Narrows the queue; all of it stands in the address. */
export function QueueFilters({ filter, onChange }: QueueFiltersProps) {
  const plans = useQuery(reviewPlansOptions())
  const units = useQuery(unitOptionsOptions())
  return (
    <div role="search" className={styles.filters} data-print="hide">
      <Choice
        label="计划"
        all="全部计划"
        value={filter.plan}
        choices={plans.data?.map(({ id, title }) => ({ value: id, label: title }))}
        onChange={(plan) => onChange({ plan })}
      />
      <Choice
        label="单位"
        all="全部单位"
        value={filter.unit}
        choices={units.data?.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(unit) => onChange({ unit })}
      />
      <Checkbox checked={filter.completing} onChange={(event) => onChange({ completing: event.target.checked })}>
        只看申请办结的
      </Checkbox>
    </div>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly all: string
  readonly value: string
  /** Undefined while they are fetched. */
  readonly choices: readonly { readonly value: string; readonly label: string }[] | undefined
  readonly onChange: (value: string) => void
}

function Choice({ label, all, value, choices, onChange }: ChoiceProps) {
  return (
    <Select
      className={styles.choice ?? ''}
      aria-label={label}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      loading={choices === undefined}
      // Until the names are here, a chosen id would be shown bare.
      value={choices === undefined ? '' : value}
      options={[{ value: '', label: all }, ...(choices ?? [])]}
      onChange={onChange}
    />
  )
}
