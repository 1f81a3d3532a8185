import type { TaskId, UnitId } from '@/domain/ids'
import { assignmentRoleVocabulary, type AssignmentRole } from '@/domain/responsibility/assignment-role-vocabulary'
import { queryOptions } from '@tanstack/react-query'
import { getClient } from '../client'
import type { FunctionRow } from '../database'
import { defineCommand } from '../define-command'
import { expectOneRow, unwrap } from '../request'
import { unitKeys } from './keys'

/** A task that both units have, and what becomes of it. */
export interface SharedTask {
  readonly taskId: TaskId
  readonly number: string | null
  readonly title: string
  readonly planTitle: string
  /** The stronger of both roles, which is kept. */
  readonly role: AssignmentRole
  /** False: of a closed plan or withdrawn, so that both stay as they are. */
  readonly isOpen: boolean
  /** Both have reported on the same obligation: nobody can say which one counts. */
  readonly hasReportsOfBoth: boolean
}

/** What goes over when one unit is merged into another. */
export interface MergePreview {
  readonly tasks: number
  readonly reports: number
  readonly evidence: number
  readonly accounts: number
  readonly invitations: number
  readonly names: number
  readonly groups: number
  readonly contacts: number
  readonly shared: readonly SharedTask[]
}

/** Read anew each time, because it says what will be done. */
export function mergePreviewOptions(unitId: UnitId, intoId: UnitId) {
  return queryOptions({
    queryKey: unitKeys.merge(unitId, intoId),
    queryFn: async ({ signal }) => {
      const args = { p_unit_id: unitId, p_into_id: intoId }
      return toPreview(expectOneRow(await unwrap(getClient().rpc('unit_merge_preview', args).abortSignal(signal))))
    },
    staleTime: 0,
    gcTime: 0,
  })
}

function toPreview({ shared, ...counts }: FunctionRow<'unit_merge_preview'>): MergePreview {
  return { ...counts, shared: Array.isArray(shared) ? shared.map(toSharedTask) : [] }
}

/** One object of the JSON that `unit_merge_preview` answers. */
function toSharedTask(task: unknown): SharedTask {
  const row = task as {
    readonly task_id: TaskId
    readonly number: string | null
    readonly title: string
    readonly plan_title: string
    readonly role: string
    readonly is_open: boolean
    readonly has_reports_of_both: boolean
  }
  return {
    taskId: row.task_id,
    number: row.number,
    title: row.title,
    planTitle: row.plan_title,
    role: assignmentRoleVocabulary.parse(row.role),
    isOpen: row.is_open,
    hasReportsOfBoth: row.has_reports_of_both,
  }
}

interface MergeInput {
  readonly unitId: UnitId
  readonly intoId: UnitId
  readonly reason: string
}

/** Two units that are one become one, for good. */
export const useMergeUnits = defineCommand(
  'merge_units',
  ({ unitId, intoId, reason }: MergeInput) => ({ p_unit_id: unitId, p_into_id: intoId, p_reason: reason }),
  { changes: 'everything' },
)
