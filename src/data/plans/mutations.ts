import { useMutation, useQueryClient } from '@tanstack/react-query'
import { getClient } from '../client'
import { unwrap } from '../request'
import { planKeys } from './keys'

/** Ends an issued plan, with a reason; nothing can be reported on it any more. */
export function useClosePlan() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ planId, reason }: { readonly planId: string; readonly reason: string }) =>
      unwrap(getClient().rpc('close_plan', { p_plan_id: planId, p_reason: reason })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: planKeys.all }),
    meta: { isErrorShownInPlace: true },
  })
}
