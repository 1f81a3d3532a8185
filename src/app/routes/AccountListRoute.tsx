import { AccountListPage } from '@/features/accounts/AccountListPage'

/** Accounts and invitations, for the lead office. */
export function Component() {
  return <AccountListPage />
}
