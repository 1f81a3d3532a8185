/** Accounts and invitations, for the lead office. */
export { AccountListPage as Component } from '@/features/accounts/AccountListPage'
