import { MyObligationsPage } from '@/features/reporting/MyObligationsPage'

/** What my unit owes. */
export function Component() {
  return <MyObligationsPage />
}
