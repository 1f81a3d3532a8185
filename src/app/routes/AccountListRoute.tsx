import { FirstSteps } from '@/features/first-steps/FirstSteps'
import { AccountListPage } from '@/features/accounts/AccountListPage'

/** Accounts and invitations, for the lead office. */
export function Component() {
  return <AccountListPage firstSteps={<FirstSteps />} />
}
