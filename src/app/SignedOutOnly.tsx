import { useSignOut } from '@/data/accounts/mutations'
import { paths } from '@/domain/addresses/paths'
import { Buttons } from '@/ui/Buttons'
import { PlainButton } from '@/ui/plain/PlainButton'
import { Skeleton } from '@/ui/Skeleton'
import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import { hasOpenSession } from './guards'
import { SignedOutFrame } from './SignedOutFrame'

/** A page for making or recovering an account; whoever is signed in is asked to sign out first. */
export function SignedOutOnly({ children }: { readonly children: React.ReactNode }) {
  const [isSignedIn, setIsSignedIn] = useState<boolean | null>(null)
  const signOut = useSignOut()
  useEffect(() => {
    void hasOpenSession().then(setIsSignedIn)
  }, [])

  if (isSignedIn === null) {
    return (
      <SignedOutFrame>
        <Skeleton rows={3} hasTitle />
      </SignedOutFrame>
    )
  }
  if (!isSignedIn) return <SignedOutFrame>{children}</SignedOutFrame>
  return (
    <SignedOutFrame>
      <h1>您已经登录</h1>
      <p>要用这个链接，请先退出当前账号。</p>
      <Buttons>
        <PlainButton
          isBusy={signOut.isPending}
          onClick={() => signOut.mutate(undefined, { onSettled: () => setIsSignedIn(false) })}
        >
          退出登录
        </PlainButton>
        <Link to={paths.home.to()}>回到首页</Link>
      </Buttons>
    </SignedOutFrame>
  )
}
