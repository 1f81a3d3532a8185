import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { getClient } from '../client'
import { likeValue, unwrap, unwrapPage } from '../request'
import { readSession } from '../session'
import { ACCOUNTS_PER_PAGE, INVITATIONS_PER_PAGE, type AccountFilter, type CurrentAccount } from './account'
import { accountKeys } from './keys'
import {
  INVITATION_COLUMNS,
  toAccount,
  toCurrentAccount,
  toInvitation,
  toPasswordReset,
  toResetCodeCheck,
  toSignUpCodeCheck,
} from './mapper'

/** Whoever is signed in; null when nobody is, or when the account was disabled meanwhile. */
export function currentAccountOptions() {
  return queryOptions({ queryKey: accountKeys.current(), queryFn: ({ signal }) => fetchCurrentAccount(signal) })
}

async function fetchCurrentAccount(signal: AbortSignal): Promise<CurrentAccount | null> {
  if ((await readSession()) === null) return null
  const rows = await unwrap(getClient().rpc('current_account').abortSignal(signal))
  const row = rows[0]
  return row === undefined ? null : toCurrentAccount(row)
}

/** Whether the first account exists; while it does not, the sign-in page leads to setting up. */
export function isSetUpOptions() {
  return queryOptions({
    queryKey: accountKeys.isSetUp(),
    queryFn: ({ signal }) => unwrap(getClient().rpc('is_set_up').abortSignal(signal)),
  })
}

/** What a sign-up code opens; asked anew each time, because codes are used up. */
export function signUpCodeOptions(code: string) {
  return queryOptions({
    queryKey: accountKeys.signUpCode(code),
    queryFn: async ({ signal }) => {
      const rows = await unwrap(getClient().rpc('check_sign_up_code', { p_code: code }).abortSignal(signal))
      return toSignUpCodeCheck(rows[0])
    },
    staleTime: 0,
    gcTime: 0,
    enabled: code !== '',
  })
}

/** Whether a password reset code still works. */
export function resetCodeOptions(code: string) {
  return queryOptions({
    queryKey: accountKeys.resetCode(code),
    queryFn: async ({ signal }) => {
      const rows = await unwrap(getClient().rpc('check_reset_code', { p_code: code }).abortSignal(signal))
      return toResetCodeCheck(rows[0])
    },
    staleTime: 0,
    gcTime: 0,
    enabled: code !== '',
  })
}

/** The reset links made for whoever is signed in, with what they have not been told yet first. */
export function passwordResetsOptions() {
  return queryOptions({
    queryKey: accountKeys.passwordResets(),
    queryFn: async ({ signal }) =>
      (await unwrap(getClient().rpc('my_password_resets').abortSignal(signal))).map(toPasswordReset),
  })
}

/** One page of the accounts, for the lead office. */
export function accountListOptions(filter: AccountFilter) {
  return queryOptions({
    queryKey: accountKeys.list(filter),
    queryFn: ({ signal }) => fetchAccounts(filter, signal),
    placeholderData: keepPreviousData,
  })
}

async function fetchAccounts(filter: AccountFilter, signal: AbortSignal) {
  const first = (filter.page - 1) * ACCOUNTS_PER_PAGE
  let request = getClient().rpc('list_accounts', {}, { count: 'exact' })
  if (filter.role !== '') request = request.eq('role', filter.role)
  if (filter.words.trim() !== '') {
    const like = likeValue(filter.words)
    request = request.or(`display_name.ilike.${like},email.ilike.${like},unit_name.ilike.${like}`)
  }
  const page = await unwrapPage(request.range(first, first + ACCOUNTS_PER_PAGE - 1).abortSignal(signal))
  return { accounts: page.rows.map(toAccount), total: page.total }
}

/** One page of the invitations, newest first, for the lead office. */
export function invitationPageOptions(page: number) {
  return queryOptions({
    queryKey: accountKeys.invitationPage(page),
    queryFn: ({ signal }) => fetchInvitations(page, signal),
    placeholderData: keepPreviousData,
  })
}

async function fetchInvitations(page: number, signal: AbortSignal) {
  const now = new Date()
  const first = (page - 1) * INVITATIONS_PER_PAGE
  const { rows, total } = await unwrapPage(
    getClient()
      .from('invitations')
      .select(`${INVITATION_COLUMNS}, units(name)`, { count: 'exact' })
      .order('created_at', { ascending: false })
      .range(first, first + INVITATIONS_PER_PAGE - 1)
      .abortSignal(signal),
  )
  return { invitations: rows.map((row) => toInvitation(row, now)), total }
}
