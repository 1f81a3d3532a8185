import { reviewPlansOptions } from '@/data/review/queries'
import { unitOptionsOptions } from '@/data/units/queries'
import { Choice } from '@/ui/choice/Choice'
import { countSet, FilterBar } from '@/ui/FilterBar'
import { useQuery } from '@tanstack/react-query'
import { Checkbox } from 'antd'
import type { QueueSearch } from './queue-filter'

interface QueueFiltersProps {
  readonly filter: QueueSearch
  readonly onChange: (patch: Partial<QueueSearch>) => void
}

/** Narrows the queue; all of it stands in the address. */
export function QueueFilters({ filter, onChange }: QueueFiltersProps) {
  const plans = useQuery(reviewPlansOptions())
  const units = useQuery(unitOptionsOptions())
  return (
    <FilterBar label="筛选待办" setCount={countSet([filter.plan, filter.unit, filter.completing])}>
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
    </FilterBar>
  )
}
