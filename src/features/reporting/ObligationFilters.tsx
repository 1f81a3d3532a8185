import type { Obligation } from '@/domain/reporting/obligation'
import { assignmentRoleVocabulary } from '@/domain/responsibility/assignment-role-vocabulary'
import { signalVocabulary } from '@/domain/signal/signal-vocabulary'
import { LONGEST_SEARCH } from '@/domain/tasks/search-text'
import { Checkbox, Input, Select } from 'antd'
import type { ObligationFilter } from './filter-obligations'
import styles from './MyObligationsPage.module.css'

interface ObligationFiltersProps {
  readonly obligations: readonly Obligation[]
  readonly filter: ObligationFilter
  readonly onChange: (patch: Partial<ObligationFilter>) => void
}

/** Narrows the list; all of it stands in the address. */
export function ObligationFilters({ obligations, filter, onChange }: ObligationFiltersProps) {
  const plans = new Map(obligations.map((each) => [each.planId, each.planTitle]))
  return (
    <div role="search" className={styles.filters} data-print="hide">
      <Input.Search
        className={styles.words ?? ''}
        allowClear
        maxLength={LONGEST_SEARCH}
        aria-label="查找任务"
        placeholder="按序号或文字查找"
        defaultValue={filter.words}
        onSearch={(words) => onChange({ words })}
      />
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
        choices={signalVocabulary.entries}
        onChange={(signal) => onChange({ signal })}
      />
      <Checkbox checked={filter.all} onChange={(event) => onChange({ all: event.target.checked })}>
        显示全部节点
      </Checkbox>
    </div>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly all: string
  readonly value: string
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  readonly onChange: (value: string) => void
}

function Choice({ label, all, value, choices, onChange }: ChoiceProps) {
  return (
    <Select
      className={styles.choice ?? ''}
      aria-label={label}
      value={value}
      popupMatchSelectWidth={false}
      options={[{ value: '', label: all }, ...choices.map((choice) => ({ value: choice.value, label: choice.label }))]}
      onChange={onChange}
    />
  )
}
