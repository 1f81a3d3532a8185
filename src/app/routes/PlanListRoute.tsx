import { FirstSteps } from '@/features/first-steps/FirstSteps'
import { PlanListPage } from '@/features/plan-import/PlanListPage'

/** All plans. */
export function Component() {
  return <PlanListPage firstSteps={<FirstSteps />} />
}
