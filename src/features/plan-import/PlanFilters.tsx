import { planStateVocabulary, type PlanState } from '@/domain/plans/plan-state-vocabulary'
import { countSet, FilterBar } from '@/ui/FilterBar'
import { SearchField } from '@/ui/SearchField'
import { Segments } from '@/ui/Segments'

interface PlanFiltersProps {
  readonly words: string
  readonly state: PlanState | ''
  readonly isLeadOffice: boolean
  readonly onChange: (patch: { readonly words?: string; readonly state?: string }) => void
}

/** Words and state; drafts are the lead office's own. */
export function PlanFilters({ words, state, isLeadOffice, onChange }: PlanFiltersProps) {
  const states = planStateVocabulary.entries.filter(({ value }) => isLeadOffice || value !== 'draft')
  return (
    <FilterBar
      label="筛选计划"
      search={
        <SearchField value={words} onSearch={(next) => onChange({ words: next })} label="按名称、文号或发文机关查找" />
      }
      setCount={countSet([state])}
    >
      <Segments<PlanState | ''>
        label="计划状态"
        value={state}
        choices={[{ value: '', label: '全部' }, ...states.map(({ value, label }) => ({ value, label }))]}
        onChange={(next) => onChange({ state: next })}
      />
    </FilterBar>
  )
}
