import type { AssignmentId, TaskId, UnitId } from '@/domain/ids'
import type { EarlierDueAnswers } from '@/domain/reporting/earlier-due'
import { assignmentRoleVocabulary, type AssignmentRole } from '@/domain/responsibility/assignment-role-vocabulary'
import { queryOptions } from '@tanstack/react-query'
import { getClient } from '../client'
import { defineCommand } from '../define-command'
import { toEarlierDuesJson } from '../earlier-dues/mapper'
import { unwrap } from '../request'
import { orNull } from '../rpc-args'
import { unitKeys } from './keys'

/** A task that a unit still has to do, before it is retired. */
export interface OpenAssignment {
  readonly id: AssignmentId
  readonly taskId: TaskId
  readonly planTitle: string
  readonly number: string | null
  readonly title: string
  readonly role: AssignmentRole
  /** Another unit is accountable too, so that the task goes on without this one. */
  readonly isShared: boolean
  /** It has milestones that are past, about which whoever takes it over is asked. */
  readonly hasEarlierDues: boolean
}

/** What a unit still has to do; read anew each time, because it decides what the dialog asks. */
export function openAssignmentsOptions(unitId: UnitId) {
  return queryOptions({
    queryKey: unitKeys.handover(unitId),
    queryFn: ({ signal }) => fetchOpenAssignments(unitId, signal),
    staleTime: 0,
    gcTime: 0,
  })
}

async function fetchOpenAssignments(unitId: UnitId, signal: AbortSignal): Promise<OpenAssignment[]> {
  const rows = await unwrap(getClient().rpc('tasks_to_hand_over', { p_unit_id: unitId }).abortSignal(signal))
  return rows.map((row) => ({
    id: row.assignment_id,
    taskId: row.task_id,
    planTitle: row.plan_title,
    number: orNull(row.number),
    title: row.title,
    role: assignmentRoleVocabulary.parse(row.role),
    isShared: row.is_shared,
    hasEarlierDues: row.has_earlier_dues,
  }))
}

/** Who goes on with each task; null where the other accountable units go on alone. */
export type Handovers = Readonly<Record<string, UnitId | null>>

interface RetireInput {
  readonly unitId: UnitId
  readonly handovers: Handovers
  readonly reason: string
  /** What is to become of milestones that are past when they are handed over. */
  readonly earlierDues: EarlierDueAnswers
}

/** Ends a unit today and hands its open tasks over, all in one. */
export const useRetireUnit = defineCommand(
  'retire_unit',
  ({ unitId, handovers, reason, earlierDues }: RetireInput) => ({
    p_unit_id: unitId,
    p_handovers: { ...handovers },
    p_reason: reason,
    p_earlier_dues: toEarlierDuesJson(earlierDues),
  }),
  { changes: 'everything' },
)

export const useRestoreUnit = defineCommand('restore_unit', (unitId: UnitId) => ({ p_unit_id: unitId }), {
  changes: 'units',
})
