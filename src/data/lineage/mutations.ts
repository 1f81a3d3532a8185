import type { DraftAncestor } from '@/domain/plan-draft/plan-draft'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { getClient } from '../client'
import { historyKeys } from '../history/keys'
import { expectChanged, unwrap } from '../request'
import { lineageKeys } from './keys'

/** Says that a task goes on from an earlier one. */
export function useAddAncestor(taskId: string) {
  const afterwards = useRefresh()
  return useMutation({
    mutationFn: async ({ taskId: ancestorId, milestoneId }: DraftAncestor) => {
      const link = { task_id: taskId, ancestor_id: ancestorId, milestone_id: milestoneId }
      expectChanged(await unwrap(getClient().from('task_ancestors').insert(link).select('task_id')))
    },
    onSuccess: afterwards,
    meta: { isErrorShownInPlace: true },
  })
}

/** Takes back that a task goes on from an earlier one. */
export function useRemoveAncestor() {
  const afterwards = useRefresh()
  return useMutation({
    mutationFn: async ({ taskId, ancestorId }: { readonly taskId: string; readonly ancestorId: string }) => {
      expectChanged(
        await unwrap(
          getClient()
            .from('task_ancestors')
            .delete()
            .eq('task_id', taskId)
            .eq('ancestor_id', ancestorId)
            .select('task_id'),
        ),
      )
    },
    onSuccess: afterwards,
  })
}

function useRefresh() {
  const queryClient = useQueryClient()
  return () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: lineageKeys.tasks() }),
      queryClient.invalidateQueries({ queryKey: historyKeys.all }),
    ])
}
