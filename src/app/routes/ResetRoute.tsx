import { paths } from '@/domain/addresses/paths'
import { ResetPasswordPage } from '@/features/accounts/ResetPasswordPage'
import { useLocation } from 'react-router'
import { SignedOutOnly } from '../SignedOutOnly'

/** Setting a new password, by the code behind the link's hash. */
export function Component() {
  const { hash } = useLocation()
  return (
    <SignedOutOnly>
      <ResetPasswordPage key={hash} codeFromLink={paths.reset.codeIn(hash)} />
    </SignedOutOnly>
  )
}
