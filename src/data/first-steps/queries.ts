import type { FirstStepFacts } from '@/domain/first-steps/first-steps'
import { queryOptions } from '@tanstack/react-query'
import { getClient } from '../client'
import { expectOneRow, unwrap } from '../request'
import { orNull } from '../rpc-args'
import { firstStepKeys } from './keys'

/** How far the first steps after set-up are; for the lead office alone. */
export function firstStepsOptions() {
  return queryOptions({ queryKey: firstStepKeys.all, queryFn: ({ signal }) => fetchFirstSteps(signal) })
}

async function fetchFirstSteps(signal: AbortSignal): Promise<FirstStepFacts> {
  const row = expectOneRow(await unwrap(getClient().rpc('first_steps').abortSignal(signal)))
  return {
    plans: row.plans,
    issuedPlans: row.issued_plans,
    draftPlanId: orNull(row.draft_plan_id),
    unresolvedNames: row.unresolved_names,
    units: row.units,
    uninvitedUnits: row.uninvited_units,
  }
}
