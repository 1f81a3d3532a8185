import type { LocalDate } from '@/domain/local-date/local-date'
import type { AssignmentRole } from '@/domain/responsibility/assignment-role-vocabulary'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { getClient } from '../client'
import { historyKeys } from '../history/keys'
import { overviewKeys } from '../overview/keys'
import { unwrap } from '../request'
import { taskKeys } from './keys'

/** An amendment of an issued task: signals, sums and history are read again before it counts as done. */
function useAmendment<Input, Result>(mutationFn: (input: Input) => Promise<Result>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn,
    onSuccess: () =>
      Promise.all(
        [taskKeys.all, overviewKeys.all, historyKeys.all].map((queryKey) =>
          queryClient.invalidateQueries({ queryKey }),
        ),
      ),
    meta: { isErrorShownInPlace: true },
  })
}

interface WithReason {
  readonly reason: string
}

/** Rewords a task; the former wording stays in the history. */
export function useAmendTask() {
  return useAmendment(
    (input: WithReason & { readonly taskId: string; readonly title: string; readonly requirement: string }) =>
      unwrap(
        getClient().rpc('amend_task', {
          p_task_id: input.taskId,
          p_title: input.title,
          p_requirement: input.requirement,
          p_reason: input.reason,
        }),
      ),
  )
}

/** A task no longer stands; it is kept and counts nowhere from this day on. */
export function useWithdrawTask() {
  return useAmendment(({ taskId, reason }: WithReason & { readonly taskId: string }) =>
    unwrap(getClient().rpc('withdraw_task', { p_task_id: taskId, p_reason: reason })),
  )
}

/** Gives a task to one more unit. */
export function useAddAssignment() {
  return useAmendment(
    (input: WithReason & { readonly taskId: string; readonly unitId: string; readonly role: AssignmentRole }) =>
      unwrap(
        getClient().rpc('add_assignment', {
          p_task_id: input.taskId,
          p_unit_id: input.unitId,
          p_role: input.role,
          p_reason: input.reason,
        }),
      ),
  )
}

/** Takes a unit off a task; its reports are kept. */
export function useWithdrawAssignment() {
  return useAmendment(({ assignmentId, reason }: WithReason & { readonly assignmentId: string }) =>
    unwrap(getClient().rpc('withdraw_assignment', { p_assignment_id: assignmentId, p_reason: reason })),
  )
}

interface MilestoneInput extends WithReason {
  readonly milestoneId: string
  readonly dueOn: LocalDate
  readonly requirement: string
  readonly weight: number
}

/** Moves or rewords a milestone. */
export function useAmendMilestone() {
  return useAmendment((input: MilestoneInput) =>
    unwrap(
      getClient().rpc('amend_milestone', {
        p_milestone_id: input.milestoneId,
        p_due_on: input.dueOn,
        p_requirement: input.requirement,
        p_weight: input.weight,
        p_reason: input.reason,
      }),
    ),
  )
}
