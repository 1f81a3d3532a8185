import { DashboardPage } from '@/features/dashboard/DashboardPage'

/** How the whole stands. */
export function Component() {
  return <DashboardPage />
}
