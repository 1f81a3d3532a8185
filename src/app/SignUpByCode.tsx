import { paths } from '@/domain/addresses/paths'
import { SignUpPage } from '@/features/accounts/SignUpPage'
import { useLocation, useNavigate } from 'react-router'
import { SignedOutOnly } from './SignedOutOnly'

/** Making an account by the code behind the link's hash: the very first one, or one that somebody was invited to. */
export function SignUpByCode({ kind }: { readonly kind: 'set-up' | 'invitation' }) {
  const { hash } = useLocation()
  const navigate = useNavigate()
  return (
    <SignedOutOnly>
      <SignUpPage
        key={hash}
        kind={kind}
        codeFromLink={paths.invitation.codeIn(hash)}
        onSignedIn={() => void navigate(paths.home.to(), { replace: true })}
      />
    </SignedOutOnly>
  )
}
