import { paths, withSearch } from '@/domain/addresses/paths'

/** Why the sign-in page is shown, so that it can say so. */
export type SignInReason = 'expired' | 'disabled' | 'other_account'

const REASONS: readonly string[] = ['expired', 'disabled', 'other_account'] satisfies SignInReason[]

/** The sign-in page with the way back and the reason. */
export function signInAddress(from: string | null, why?: SignInReason): string {
  const returnTo = from === null ? null : safeReturnPath(from)
  return withSearch(paths.signIn.to(), { return: returnTo === paths.home.to() ? null : returnTo, why })
}

/** A path on this site, or the home page for anything that could lead elsewhere. */
export function safeReturnPath(path: string | null): string {
  const home = paths.home.to()
  if (path === null || !path.startsWith('/')) return home
  const base = 'https://site.invalid'
  const url = URL.canParse(path, base) ? new URL(path, base) : null
  if (url === null || url.origin !== base || url.pathname === paths.signIn.pattern) return home
  return `${url.pathname}${url.search}${url.hash}`
}

/** A known reason from the address; anything else is none. */
export function readSignInReason(text: string | null): SignInReason | null {
  return isReason(text) ? text : null
}

function isReason(text: string | null): text is SignInReason {
  return text !== null && REASONS.includes(text)
}
