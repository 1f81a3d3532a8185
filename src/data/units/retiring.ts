import type { AssignmentId, TaskId, UnitId } from '@/domain/ids'
import { assignmentRoleVocabulary, type AssignmentRole } from '@/domain/responsibility/assignment-role-vocabulary'
import { queryOptions } from '@tanstack/react-query'
import { getClient } from '../client'
import { defineCommand } from '../define-command'
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
  }))
}

/** Who goes on with each task; null where the other accountable units go on alone. */
export type Handovers = Readonly<Record<string, UnitId | null>>

interface RetireInput {
  readonly unitId: UnitId
  readonly handovers: Handovers
  readonly reason: string
}

/** Ends a unit today and hands its open tasks over, all in one. */
export const useRetireUnit = defineCommand(
  'retire_unit',
  ({ unitId, handovers, reason }: RetireInput) => ({
    p_unit_id: unitId,
    p_handovers: { ...handovers },
    p_reason: reason,
  }),
  { changes: 'everything' },
)

export const useRestoreUnit = defineCommand('restore_unit', (unitId: UnitId) => ({ p_unit_id: unitId }), {
  changes: 'units',
})
