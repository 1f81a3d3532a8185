import { queryClient } from '@/data/query-client'
import { onSessionEnd, signOut } from '@/data/session'
import type { DataRouter } from 'react-router'
import { paths } from './paths'
import { signInAddress } from './return-address'

/**
 * Leaves for the sign-in page as soon as the session is over, whoever noticed it, and forgets what was
 * read with it; the page that was open is the way back.
 */
export function watchSession(router: DataRouter): { readonly endSession: () => void; readonly stop: () => void } {
  const here = () => `${router.state.location.pathname}${router.state.location.search}`
  const stop = onSessionEnd((end) => {
    queryClient.clear()
    if (end === 'other_account') {
      // Another tab signed in as somebody else: nothing of the first person may stay on this page.
      globalThis.location.assign(paths.home.to())
    } else if (!isSignedOutPage(router.state.location.pathname)) {
      void router.navigate(end === 'expired' ? signInAddress(here(), 'expired') : paths.signIn.to())
    }
  })
  const endSession = () => {
    const back = here()
    if (isSignedOutPage(router.state.location.pathname)) return
    void signOut().finally(() => router.navigate(signInAddress(back, 'expired')))
  }
  return { endSession, stop }
}

const signedOutPages: readonly string[] = [paths.signIn, paths.setUp, paths.invitation, paths.reset].map((page) => page.pattern)

/** Pages that need no session stay where they are when one ends. */
function isSignedOutPage(pathname: string): boolean {
  return signedOutPages.includes(pathname)
}
