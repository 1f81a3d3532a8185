import type { TaskId } from '@/domain/ids'
import type { DraftAncestor } from '@/domain/plan-draft/plan-draft'
import { getClient } from '../client'
import { defineWrite } from '../define-command'
import { expectChanged, unwrap } from '../request'

interface AncestorInput {
  /** The task that goes on from the earlier one. */
  readonly taskId: TaskId
  readonly ancestor: DraftAncestor
}

/** Says that a task goes on from an earlier one. */
export const useAddAncestor = defineWrite(async ({ taskId, ancestor }: AncestorInput) => {
  const link = { task_id: taskId, ancestor_id: ancestor.taskId, milestone_id: ancestor.milestoneId }
  expectChanged(await unwrap(getClient().from('task_ancestors').insert(link).select('task_id')))
})

interface LinkInput {
  readonly taskId: TaskId
  readonly ancestorId: TaskId
}

/** Takes back that a task goes on from an earlier one. */
export const useRemoveAncestor = defineWrite(
  async ({ taskId, ancestorId }: LinkInput) => {
    const links = getClient().from('task_ancestors')
    const write = links.delete().eq('task_id', taskId).eq('ancestor_id', ancestorId)
    expectChanged(await unwrap(write.select('task_id')))
  },
  { isErrorShownInPlace: false },
)
