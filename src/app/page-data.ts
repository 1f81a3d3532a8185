import { queryClient } from '@/data/query-client'
import {
  myObligationsOptions,
  obligationOptions,
  obligationTaskOptions,
  taskObligationsOptions,
} from '@/data/obligations/queries'
import { planOverviewOptions, unitOverviewOptions } from '@/data/overview/queries'
import { planDraftOptions } from '@/data/plan-drafts/queries'
import { planOptions } from '@/data/plans/queries'
import { submissionHistoryOptions, workingCopyOptions } from '@/data/reports/queries'
import { reviewSubjectOptions } from '@/data/review/queries'
import { overdueTasksOptions, staleTasksOptions, taskListOptions } from '@/data/tasks/list-queries'
import { taskDetailOptions, taskStateOptions } from '@/data/tasks/queries'
import { unitDirectoryOptions, unitOptionsOptions } from '@/data/units/queries'
import { paths } from '@/domain/addresses/paths'
import type { PlanId } from '@/domain/ids'
import type { LocalDate } from '@/domain/local-date/local-date'
import { localDateOf } from '@/domain/local-date/local-date'
import { filterOf } from '@/features/dashboard/scope'
import { TASKS_PER_PAGE } from '@/features/tasks/task-request'
import { readTaskRequest } from '@/features/tasks/use-task-search'
import { noId } from '@/lib/brand'
import { readSearch } from '@/ui/use-search-state'
import { readAsOf } from '@/ui/work/use-as-of'
import type { EnsureQueryDataOptions, QueryKey } from '@tanstack/react-query'
import type { Params } from 'react-router'
import type { PageName } from './page-code'

/** What an address says of the page at it. */
interface Address {
  /** What the path names. */
  readonly params: Params
  readonly search: URLSearchParams
  /** The past day spoken of; null is today. */
  readonly asOf: LocalDate | null
}

const planFilter = { plan: noId<PlanId>() } as const

/**
 * What a page reads first, as far as the address alone tells, asked for while its code is still on its way. The page asks
 * again in the same words and is given the same answer; what is missing here costs a moment, nothing else.
 */
const firstReads: Partial<Record<PageName, (address: Address) => void>> = {
  dashboard: ({ search, asOf }) => {
    const scope = { asOf, planId: readSearch(planFilter, search).plan }
    read(planOverviewOptions({ asOf, planId: '' }))
    read(overdueTasksOptions(filterOf(scope)))
    read(staleTasksOptions(filterOf(scope)))
    read(unitOverviewOptions(scope))
  },
  tasks: ({ search, asOf }) => {
    read(taskListOptions({ ...readTaskRequest(search, asOf), pageSize: TASKS_PER_PAGE }))
    read(planOverviewOptions({ asOf: null, planId: '' }))
    read(unitOptionsOptions())
  },
  task: ({ params, asOf }) => {
    const id = paths.task.idIn(params)
    read(taskDetailOptions(id))
    read(taskStateOptions(id, asOf))
    read(taskObligationsOptions(id, asOf))
  },
  plan: ({ params, search, asOf }) => {
    const planId = paths.plan.idIn(params)
    read(planOptions(planId))
    read(planOverviewOptions({ asOf, planId }))
    read(taskListOptions({ ...readTaskRequest(search, asOf, { planId }), pageSize: TASKS_PER_PAGE }))
  },
  units: () => {
    read(unitDirectoryOptions())
    read(unitOverviewOptions({ asOf: null, planId: '' }))
  },
  unit: ({ params, search, asOf }) => {
    const unitId = paths.unit.idIn(params)
    read(unitDirectoryOptions())
    read(unitOverviewOptions({ asOf, planId: readSearch(planFilter, search).plan }))
    read(taskListOptions({ ...readTaskRequest(search, asOf, { unitId }), pageSize: TASKS_PER_PAGE }))
  },
  review: ({ params }) => read(reviewSubjectOptions(paths.review.idIn(params))),
  planCheck: ({ params }) => {
    read(planDraftOptions(paths.planCheck.idIn(params)))
    read(unitDirectoryOptions())
  },
  myTasks: ({ search }) => read(myObligationsOptions(search.get('all') === 'true')),
  obligation: ({ params }) => {
    const obligationId = paths.obligation.idIn(params)
    read(obligationOptions(obligationId, null))
    read(obligationTaskOptions(obligationId))
    read(workingCopyOptions(obligationId))
    read(submissionHistoryOptions(obligationId))
  },
}

/** Asks for what a page reads first. */
export function readFirst(page: PageName, params: Params, search: URLSearchParams): void {
  firstReads[page]?.({ params, search, asOf: readAsOf(search, localDateOf(new Date())) })
}

/** Asks; what fails is asked for again by the page, which says so. */
function read<Data, Key extends QueryKey>(options: EnsureQueryDataOptions<Data, Error, Data, Key>): void {
  void queryClient.prefetchQuery(options)
}
