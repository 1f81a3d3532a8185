import { planOverviewOptions } from '@/data/overview/queries'
import { planSectionsOptions } from '@/data/plans/queries'
import { unitOptionsOptions } from '@/data/units/queries'
import type { PlanId } from '@/domain/ids'
import { yearOf } from '@/domain/local-date/local-date'
import { sectionName } from '@/domain/plans/section-name'
import { OUTSIDE_SECTIONS } from '@/domain/tasks/task'
import { taskSignalFilterVocabulary, taskSortVocabulary } from '@/domain/tasks/task-list-vocabulary'
import { Choice } from '@/ui/choice/Choice'
import { countSet, FilterBar } from '@/ui/FilterBar'
import { SearchField } from '@/ui/SearchField'
import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import type { FixedFilter, TaskSearch } from './use-task-search'

interface TaskFiltersProps {
  readonly search: TaskSearch
  /** What the page fixes is not offered. */
  readonly fixed?: FixedFilter
}

/** What a list of tasks can be narrowed to. */
export function TaskFilters({ search, fixed = {} }: TaskFiltersProps) {
  const { filter, change } = search
  return (
    <FilterBar
      label="筛选任务"
      isInSheet
      search={<SearchField label="编号、文字或单位" value={filter.words} onSearch={(words) => change({ words })} />}
      setCount={countSet([
        fixed.planId === undefined ? filter.planId : '',
        fixed.unitId === undefined ? filter.unitId : '',
        filter.sectionId,
        filter.role,
        filter.signal,
        filter.year,
        filter.isAwaiting,
        filter.isLeadsDone,
      ])}
    >
      {fixed.planId === undefined ? <PlanFilter search={search} /> : null}
      {filter.planId === '' ? null : <SectionFilter planId={filter.planId} search={search} />}
      {fixed.unitId === undefined ? <UnitFilter search={search} /> : null}
      {filter.unitId === '' ? null : (
        <Choice
          label="分工"
          value={filter.role}
          all="负责和配合"
          choices={[
            { value: 'accountable', label: '负责的' },
            { value: 'supporting', label: '配合的' },
          ]}
          onChange={(role) => change({ role })}
        />
      )}
      <Choice
        label="红黄绿灯"
        value={filter.signal}
        all="全部状态"
        choices={taskSignalFilterVocabulary.entries}
        onChange={(signal) => change({ signal })}
      />
      <YearFilter search={search} />
      <Checkbox checked={filter.isAwaiting} onChange={(event) => change({ awaiting: event.target.checked })}>
        有待审核的反馈
      </Checkbox>
      {filter.unitId === '' ? (
        <Checkbox checked={filter.isLeadsDone} onChange={(event) => change({ leadsDone: event.target.checked })}>
          牵头已办结、责任未办结
        </Checkbox>
      ) : null}
      <Choice
        label="排序"
        value={search.sort}
        choices={taskSortVocabulary.entries}
        onChange={(sort) => change({ sort })}
      />
      {search.isNarrowed ? <Button onClick={search.reset}>清除筛选</Button> : null}
    </FilterBar>
  )
}

function PlanFilter({ search }: { readonly search: TaskSearch }) {
  const { data } = useQuery(planOverviewOptions({ asOf: null, planId: '' }))
  return (
    <Choice
      label="计划"
      value={search.filter.planId}
      all="全部计划"
      choices={data?.map((plan) => ({ value: plan.planId, label: plan.title }))}
      // A chapter belongs to one plan.
      onChange={(plan) => search.change({ plan, section: '' })}
    />
  )
}

function SectionFilter({ planId, search }: { readonly planId: PlanId; readonly search: TaskSearch }) {
  const { data = [] } = useQuery(planSectionsOptions(planId))
  if (data.length === 0) return null
  return (
    <Choice
      label="章节"
      value={search.filter.sectionId}
      all="全部章节"
      choices={[
        ...data.map((section) => ({
          value: section.id,
          label: sectionName(section),
        })),
        { value: OUTSIDE_SECTIONS, label: '未分章节' },
      ]}
      onChange={(section) => search.change({ section })}
    />
  )
}

function UnitFilter({ search }: { readonly search: TaskSearch }) {
  const { data } = useQuery(unitOptionsOptions())
  return (
    <Choice
      label="单位"
      value={search.filter.unitId}
      all="全部单位"
      choices={data?.map((unit) => ({ value: unit.id, label: unit.name }))}
      onChange={(unit) => search.change({ unit, role: '' })}
    />
  )
}

/** The years that the chosen plan, or any plan, reaches over. */
function YearFilter({ search }: { readonly search: TaskSearch }) {
  const { data = [] } = useQuery(planOverviewOptions({ asOf: null, planId: '' }))
  const { planId, year } = search.filter
  const plans = planId === '' ? data : data.filter((plan) => plan.planId === planId)
  const first = Math.min(...plans.map((plan) => yearOf(plan.startsOn)))
  const last = Math.max(...plans.map((plan) => yearOf(plan.endsOn)))
  if (plans.length === 0 || (first === last && year === 0)) return null
  const years = Array.from({ length: last - first + 1 }, (_, index) => String(first + index))
  return (
    <Choice
      label="节点年度"
      value={year === 0 ? '' : String(year)}
      all="全部年度"
      choices={years.map((value) => ({ value, label: `${value}年` }))}
      onChange={(value) => search.change({ year: value === '' ? 0 : Number(value) })}
    />
  )
}
