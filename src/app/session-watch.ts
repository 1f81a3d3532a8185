import { queryClient } from '@/data/query-client'
import { onSessionEnd, signOut } from '@/data/session'
import { paths } from '@/domain/addresses/paths'
import type { DataRouter } from 'react-router'
import { isSignedOutPage } from './page-code'
import { signInAddress } from './return-address'

/**
 * Leaves for the sign-in page as soon as the session is over, whoever noticed it, and forgets what was
 * read with it; the page that was open is the way back.
 */
export function watchSession(router: DataRouter): { readonly endSession: () => void; readonly stop: () => void } {
  const leave = () => {
    const { pathname, search } = router.state.location
    // Pages that need no session stay where they are when one ends.
    if (!isSignedOutPage(pathname)) void router.navigate(signInAddress(`${pathname}${search}`, 'expired'))
  }
  const stop = onSessionEnd((end) => {
    queryClient.clear()
    // Another tab signed in as somebody else: nothing of the first person may stay on this page.
    if (end === 'other_account') globalThis.location.assign(paths.home.to())
    else leave()
  })
  const endSession = () => void signOut().finally(leave)
  return { endSession, stop }
}
