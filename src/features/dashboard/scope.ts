import type { OverviewScope } from '@/data/overview/overview'
import { taskListPath, type TaskListSearch } from '@/domain/addresses/paths'
import type { TaskFilter } from '@/domain/tasks/task'

/** The list of tasks behind a number of this page: same day, same plan, and what the number narrows to. */
export function tasksBehind(scope: OverviewScope, narrowed: TaskListSearch = {}): string {
  return taskListPath({ asOf: scope.asOf, plan: scope.planId, ...narrowed })
}

/** The scope as a filter of tasks. */
export function filterOf({ asOf, planId }: OverviewScope): TaskFilter {
  return {
    asOf,
    planId,
    sectionId: '',
    unitId: '',
    role: '',
    signal: '',
    year: 0,
    isAwaiting: false,
    isLeadsDone: false,
    words: '',
  }
}
