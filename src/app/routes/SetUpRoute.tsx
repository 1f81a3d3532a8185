import { paths } from '@/domain/addresses/paths'
import { SignUpPage } from '@/features/accounts/SignUpPage'
import { useLocation, useNavigate } from 'react-router'
import { codeFromHash } from '../code-from-hash'
import { SignedOutOnly } from '../SignedOutOnly'

/** The first account, by the code that the server prints. */
export function Component() {
  const { hash } = useLocation()
  const navigate = useNavigate()
  return (
    <SignedOutOnly>
      <SignUpPage
        key={hash}
        kind="set-up"
        codeFromLink={codeFromHash(hash)}
        onSignedIn={() => void navigate(paths.home.to(), { replace: true })}
      />
    </SignedOutOnly>
  )
}
