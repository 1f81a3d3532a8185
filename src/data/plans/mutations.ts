import type { PlanId } from '@/domain/ids'
import { defineCommand } from '../define-command'

/** Ends an issued plan, with a reason; nothing can be reported on it any more. */
export const useClosePlan = defineCommand(
  'close_plan',
  ({ planId, reason }: { readonly planId: PlanId; readonly reason: string }) => ({
    p_plan_id: planId,
    p_reason: reason,
  }),
)
