import { ResetPasswordPage } from '@/features/accounts/ResetPasswordPage'
import { useLocation } from 'react-router'
import { codeFromHash } from '../code-from-hash'
import { SignedOutOnly } from '../SignedOutOnly'

/** Setting a new password, by the code behind the link's hash. */
export function Component() {
  const { hash } = useLocation()
  return (
    <SignedOutOnly>
      <ResetPasswordPage key={hash} codeFromLink={codeFromHash(hash)} />
    </SignedOutOnly>
  )
}
