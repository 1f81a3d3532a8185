/** How the whole stands. */
export { DashboardPage as Component } from '@/features/dashboard/DashboardPage'
