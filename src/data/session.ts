import type { Session } from '@supabase/supabase-js'
import { getClient } from './client'
import { AppError, toAppError } from './errors'
import { queryClient } from './query-client'
import { unwrap, unwrapAuth } from './request'

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

/** What a server answers to a sign-up that it has done already. */
const MAY_BE_SENT_TWICE = new Set(['sign_up_code_used', 'sign_up_refused', 'user_already_exists', 'email_exists'])

/**
 * Makes the account that a code invites to, and signs in as it. Sent twice (a second click, a retry after the answer was
 * lost) it counts once and succeeds: a code that is used by now is no failure for whoever used it.
 */
export async function signUp({ code, email, password, displayName }: SignUpInput): Promise<void> {
  queryClient.clear()
  const { data, error } = await getClient().auth.signUp({
    email: email.trim(),
    password,
    options: { data: { sign_up_code: code, display_name: displayName.trim() } },
  })
  if (error !== null) await signInIfSignedUpBefore({ code, email, password }, signUpError(error))
  else if (data.session === null) await signIn(email, password)
}

/** Some servers look at the address first and some at the code: either way the code must be used, and the password right. */
async function signInIfSignedUpBefore(
  { code, email, password }: Omit<SignUpInput, 'displayName'>,
  refusal: AppError,
): Promise<void> {
  if (!MAY_BE_SENT_TWICE.has(refusal.code) || !(await isCodeUsed(code))) throw refusal
  try {
    await signIn(email, password)
  } catch (error) {
    throw toAppError(error).code === 'invalid_credentials' ? refusal : error
  }
}

async function isCodeUsed(code: string): Promise<boolean> {
  const rows = await unwrap(getClient().rpc('check_sign_up_code', { p_code: code }))
  return rows[0]?.problem === 'used'
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
