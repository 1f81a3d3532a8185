/** What my unit owes. */
export { MyObligationsPage as Component } from '@/features/reporting/MyObligationsPage'
