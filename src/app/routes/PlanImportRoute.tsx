import { PlanImportPage } from '@/features/plan-import/PlanImportPage'

/** Dropping in a plan document. */
export function Component() {
  return <PlanImportPage />
}
