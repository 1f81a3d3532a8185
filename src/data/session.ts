import type { Session } from '@supabase/supabase-js'
import { getClient } from './client'
import { AppError, toAppError } from './errors'
import { queryClient } from './query-client'
import { unwrapAuth } from './request'

/** How a session ended that nobody on this page ended: it ran out, or another tab changed it. */
type SessionEnd = 'expired' | 'other_account'

let isSigningOut = false

/** The session kept on this device, refreshed if it is due; null when signed out. */
export async function readSession(): Promise<Session | null> {
  const { session } = await unwrapAuth(getClient().auth.getSession())
  return session
}

/** Signs in with an address and a password. */
export async function signIn(email: string, password: string): Promise<void> {
  queryClient.clear()
  await unwrapAuth(getClient().auth.signInWithPassword({ email: email.trim(), password }))
}

/** Signs out on this device; succeeds even if the server is gone, because the key is thrown away here. */
export async function signOut(): Promise<void> {
  isSigningOut = true
  try {
    await getClient().auth.signOut({ scope: 'local' })
  } finally {
    isSigningOut = false
    queryClient.clear()
  }
}

/** Calls back when the session ends without `signOut` having been called on this page. */
export function onSessionEnd(notify: (end: SessionEnd) => void): () => void {
  let user: string | null = null
  const { data } = getClient().auth.onAuthStateChange((event, session) => {
    const nextUser = session?.user.id ?? null
    const isOther = user !== null && nextUser !== null && nextUser !== user
    const hadUser = user !== null
    user = nextUser
    if (isOther) notify('other_account')
    if (event === 'SIGNED_OUT' && hadUser && !isSigningOut) notify('expired')
  })
  return () => data.subscription.unsubscribe()
}

interface SignUpInput {
  readonly code: string
  readonly email: string
  readonly password: string
  readonly displayName: string
}

const SERVER_ERROR = 500

/** Makes the account that a code invites to, and signs in as it. */
export async function signUp({ code, email, password, displayName }: SignUpInput): Promise<void> {
  queryClient.clear()
  const { data, error } = await getClient().auth.signUp({
    email: email.trim(),
    password,
    options: { data: { sign_up_code: code, display_name: displayName.trim() } },
  })
  if (error !== null) throw signUpError(error)
  if (data.session === null) await signIn(email, password)
}

/** Changes the password of whoever is signed in, after asking for the one they have. */
export async function changePassword(email: string, currentPassword: string, newPassword: string): Promise<void> {
  const { auth } = getClient()
  const check = await auth.signInWithPassword({ email, password: currentPassword })
  if (check.error !== null) {
    const error = toAppError(check.error)
    throw error.code === 'invalid_credentials' ? new AppError('current_password_wrong', { status: 400 }) : error
  }
  await unwrapAuth(auth.updateUser({ password: newPassword }))
}

/** The auth server hides a refusal by the database behind a bare 500; the code is what it refused. */
function signUpError(error: unknown): AppError {
  const appError = toAppError(error)
  const isBare = appError.status === SERVER_ERROR || appError.code === 'unexpected_failure'
  return isBare ? new AppError('sign_up_refused', { status: appError.status, cause: error }) : appError
}
