import type { Obligation } from '@/domain/reporting/obligation'
import { assignmentRoleVocabulary } from '@/domain/responsibility/assignment-role-vocabulary'
import { signalAppearanceVocabulary } from '@/domain/signal/signal-vocabulary'
import { Choice } from '@/ui/choice/Choice'
import { countSet, FilterBar } from '@/ui/FilterBar'
import { SearchField } from '@/ui/SearchField'
import { Checkbox } from 'antd'
import type { ObligationFilter } from './filter-obligations'

interface ObligationFiltersProps {
  readonly obligations: readonly Obligation[]
  readonly filter: ObligationFilter
  readonly onChange: (patch: Partial<ObligationFilter>) => void
}

/** Narrows the list; all of it stands in the address. */
export function ObligationFilters({ obligations, filter, onChange }: ObligationFiltersProps) {
  const plans = new Map(obligations.map((each) => [each.planId, each.planTitle]))
  return (
    <FilterBar
      label="筛选任务"
      search={<SearchField label="按序号或文字查找" value={filter.words} onSearch={(words) => onChange({ words })} />}
      setCount={countSet([filter.plan, filter.role, filter.signal, filter.all])}
    >
      <Choice
        label="计划"
        all="全部计划"
        value={filter.plan}
        choices={[...plans].map(([value, label]) => ({ value, label }))}
        onChange={(plan) => onChange({ plan })}
      />
      <Choice
        label="分工"
        all="全部分工"
        value={filter.role}
        choices={assignmentRoleVocabulary.entries}
        onChange={(role) => onChange({ role })}
      />
      <Choice
        label="红黄绿灯"
        all="全部红黄绿灯"
        value={filter.signal}
        choices={signalAppearanceVocabulary.entries}
        onChange={(signal) => onChange({ signal })}
      />
      <Checkbox checked={filter.all} onChange={(event) => onChange({ all: event.target.checked })}>
        显示全部节点
      </Checkbox>
    </FilterBar>
  )
}
