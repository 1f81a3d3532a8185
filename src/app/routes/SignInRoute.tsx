import { SignInPage } from '@/features/accounts/SignInPage'
import { redirect, useNavigate, useSearchParams, type LoaderFunctionArgs } from 'react-router'
import { hasOpenSession } from '../guards'
import { readSignInReason, safeReturnPath, type SignInReason } from '../return-address'
import { SignedOutFrame } from '../SignedOutFrame'

const reasons: Readonly<Record<SignInReason, string>> = {
  expired: '登录已过期，请重新登录。登录后回到刚才的页面。',
  disabled: '此账号已停用或未开通。如需使用，请联系政务公开办。',
  other_account: '另一个页面登录了别的账号，请重新登录。',
}

/** Whoever is signed in already goes on to where they wanted to go. */
export async function loader({ request }: LoaderFunctionArgs) {
  if (await hasOpenSession()) throw redirect(safeReturnPath(new URL(request.url).searchParams.get('return')))
  return null
}

/** Signing in, and back to the page that asked for it. */
export function Component() {
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const reason = readSignInReason(params.get('why'))
  return (
    <SignedOutFrame>
      <SignInPage
        reason={reason === null ? null : reasons[reason]}
        onSignedIn={() => void navigate(safeReturnPath(params.get('return')), { replace: true })}
      />
    </SignedOutFrame>
  )
}
