import type { PlanId, SectionId, UnitId } from '@/domain/ids'
import type { LocalDate } from '@/domain/local-date/local-date'
import type { OUTSIDE_SECTIONS, TaskFilter, TaskPageRequest } from '@/domain/tasks/task'
import { taskSignalFilterVocabulary, taskSortVocabulary, type TaskSort } from '@/domain/tasks/task-list-vocabulary'
import { noId } from '@/lib/brand'
import { readSearch, useSearchState, type SearchState } from '@/ui/use-search-state'
import { useAsOf } from '@/ui/work/use-as-of'

const defaults = {
  plan: noId<PlanId>(),
  section: noId<SectionId | typeof OUTSIDE_SECTIONS>(),
  unit: noId<UnitId>(),
  role: '',
  signal: '',
  year: 0,
  awaiting: false,
  leadsDone: false,
  words: '',
  sort: 'urgency',
  page: 1,
} as const

/** Narrowing that the page itself fixes, such as the plan on a plan's page. */
export interface FixedFilter {
  readonly planId?: PlanId
  readonly unitId?: UnitId
}

export interface TaskSearch {
  readonly filter: TaskFilter
  readonly sort: TaskSort
  readonly page: number
  readonly asOf: LocalDate | null
  readonly setAsOf: (asOf: LocalDate | null) => void
  readonly change: (patch: Partial<SearchState<typeof defaults>>) => void
  /** Whether anything is narrowed that the reader could widen again. */
  readonly isNarrowed: boolean
  readonly reset: () => void
}

const nothing = {
  plan: '',
  section: '',
  unit: '',
  role: '',
  signal: '',
  year: 0,
  awaiting: false,
  leadsDone: false,
  words: '',
} as const

/** Filters, order and page of a list of tasks, as the address has them. */
export function useTaskSearch(fixed: FixedFilter = {}): TaskSearch {
  const [search, change] = useSearchState(defaults)
  const [asOf, setAsOf] = useAsOf()
  const filter = toFilter(search, asOf, fixed)
  return {
    filter,
    sort: toSort(search.sort),
    page: Math.max(1, search.page),
    asOf,
    setAsOf,
    change,
    isNarrowed: isNarrowed(filter, fixed),
    reset: () => change({ ...nothing }),
  }
}

/** The page of tasks that an address asks for, as the list itself will. */
export function readTaskRequest(
  params: URLSearchParams,
  asOf: LocalDate | null,
  fixed: FixedFilter = {},
): Omit<TaskPageRequest, 'pageSize'> {
  const search = readSearch(defaults, params)
  return { filter: toFilter(search, asOf, fixed), sort: toSort(search.sort), page: Math.max(1, search.page) }
}

function toFilter(search: SearchState<typeof defaults>, asOf: LocalDate | null, fixed: FixedFilter): TaskFilter {
  return {
    asOf,
    planId: fixed.planId ?? search.plan,
    sectionId: search.section,
    unitId: fixed.unitId ?? search.unit,
    role: search.role === 'accountable' || search.role === 'supporting' ? search.role : '',
    signal: taskSignalFilterVocabulary.is(search.signal) ? search.signal : '',
    year: search.year,
    isAwaiting: search.awaiting,
    isLeadsDone: search.leadsDone,
    words: search.words,
  }
}

function toSort(text: string): TaskSort {
  return taskSortVocabulary.is(text) ? text : 'urgency'
}

/** By what the list is really narrowed: nonsense in the address narrows nothing, nor does what the page fixes. */
function isNarrowed(filter: TaskFilter, fixed: FixedFilter): boolean {
  return (
    (filter.planId !== '' && fixed.planId === undefined) ||
    (filter.unitId !== '' && fixed.unitId === undefined) ||
    [filter.sectionId, filter.role, filter.signal, filter.words].some((value) => value !== '') ||
    filter.year !== 0 ||
    filter.isAwaiting ||
    filter.isLeadsDone
  )
}
