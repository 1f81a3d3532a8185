import { MyAccountPage } from '@/features/accounts/MyAccountPage'

/** One's own account. */
export function Component() {
  return <MyAccountPage />
}
