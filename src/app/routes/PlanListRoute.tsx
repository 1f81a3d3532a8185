/** All plans. */
export { PlanListPage as Component } from '@/features/plan-import/PlanListPage'
