import type { AssignmentId, MilestoneId, TaskId, UnitId } from '@/domain/ids'
import type { LocalDate } from '@/domain/local-date/local-date'
import type { EarlierDueAnswers } from '@/domain/reporting/earlier-due'
import type { AssignmentRole } from '@/domain/responsibility/assignment-role-vocabulary'
import { defineCommand } from '../define-command'
import { toEarlierDuesJson } from '../earlier-dues/mapper'

interface WithReason {
  readonly reason: string
}

interface WordsInput extends WithReason {
  readonly taskId: TaskId
  readonly title: string
  readonly requirement: string
}

/** Rewords a task; the former wording stays in the history. */
export const useAmendTask = defineCommand('amend_task', ({ taskId, title, requirement, reason }: WordsInput) => ({
  p_task_id: taskId,
  p_title: title,
  p_requirement: requirement,
  p_reason: reason,
}))

/** A task no longer stands; it is kept and counts nowhere from this day on. */
export const useWithdrawTask = defineCommand(
  'withdraw_task',
  ({ taskId, reason }: WithReason & { readonly taskId: TaskId }) => ({ p_task_id: taskId, p_reason: reason }),
)

interface AssignmentInput extends WithReason {
  readonly taskId: TaskId
  readonly unitId: UnitId
  readonly role: AssignmentRole
  /** What is to become of milestones that are past already. */
  readonly earlierDues: EarlierDueAnswers
}

/** Gives a task to one more unit. */
export const useAddAssignment = defineCommand(
  'add_assignment',
  ({ taskId, unitId, role, reason, earlierDues }: AssignmentInput) => ({
    p_task_id: taskId,
    p_unit_id: unitId,
    p_role: role,
    p_reason: reason,
    p_earlier_dues: toEarlierDuesJson(earlierDues),
  }),
)

/** Takes a unit off a task; its reports are kept. */
export const useWithdrawAssignment = defineCommand(
  'withdraw_assignment',
  ({ assignmentId, reason }: WithReason & { readonly assignmentId: AssignmentId }) => ({
    p_assignment_id: assignmentId,
    p_reason: reason,
  }),
)

interface MilestoneInput extends WithReason {
  readonly milestoneId: MilestoneId
  readonly dueOn: LocalDate
  readonly requirement: string
  readonly weight: number
}

/** Moves or rewords a milestone. */
export const useAmendMilestone = defineCommand(
  'amend_milestone',
  ({ milestoneId, dueOn, requirement, weight, reason }: MilestoneInput) => ({
    p_milestone_id: milestoneId,
    p_due_on: dueOn,
    p_requirement: requirement,
    p_weight: weight,
    p_reason: reason,
  }),
)
