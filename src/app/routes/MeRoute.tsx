/** One's own account. */
export { MyAccountPage as Component } from '@/features/accounts/MyAccountPage'
