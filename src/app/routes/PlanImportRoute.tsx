/** Dropping in a plan document. */
export { PlanImportPage as Component } from '@/features/plan-import/PlanImportPage'
