import type { PlanId, TaskId } from '@/domain/ids'
import type { EarlierDue } from '@/domain/reporting/earlier-due'
import { queryOptions } from '@tanstack/react-query'
import { getClient } from '../client'
import { planDraftKeys } from '../plan-drafts/keys'
import { readAllPages } from '../read-all-pages'
import { earlierDueKeys } from './keys'
import { toEarlierDueOfDraft, toEarlierDueOfTask } from './mapper'

/** What of a draft is past already, earliest first; asked of what `save` has brought to the server. */
export function earlierDuesOfDraftOptions(planId: PlanId, save: () => Promise<unknown>) {
  return queryOptions({
    queryKey: planDraftKeys.earlierDues(planId),
    queryFn: async ({ signal }): Promise<EarlierDue[]> => {
      await save()
      const rows = await readAllPages((from, to) =>
        getClient().rpc('earlier_dues_of_draft', { p_plan_id: planId }).range(from, to).abortSignal(signal),
      )
      return rows.map(toEarlierDueOfDraft)
    },
    // The draft may have changed since, and what is asked must be what is issued.
    staleTime: 0,
    gcTime: 0,
  })
}

/** The milestones of a task that are past already: what a unit that is given it today is asked about. */
export function earlierDuesOfTaskOptions(taskId: TaskId) {
  return queryOptions({
    queryKey: earlierDueKeys.ofTask(taskId),
    queryFn: async ({ signal }): Promise<EarlierDue[]> => {
      const rows = await readAllPages((from, to) =>
        getClient().rpc('earlier_dues_of_task', { p_task_id: taskId }).range(from, to).abortSignal(signal),
      )
      return rows.map(toEarlierDueOfTask)
    },
  })
}
