import type { CurrentAccount } from '@/data/accounts/account'
import { currentAccountOptions } from '@/data/accounts/queries'
import { queryClient } from '@/data/query-client'
import { readSession, signOut } from '@/data/session'
import type { Role } from '@/domain/permissions/role-vocabulary'
import { redirect, type LoaderFunctionArgs } from 'react-router'
import { homeOf } from './home'
import { signInAddress } from './return-address'

/** Thrown when a role opens another role's page. */
export class ForbiddenPageError extends Error {
  override readonly name = 'ForbiddenPageError'
}

/** Lets only signed-in people through; others go to the sign-in page and come back afterwards. */
export async function requireAccount({ request }: LoaderFunctionArgs): Promise<CurrentAccount> {
  const account = await queryClient.ensureQueryData(currentAccountOptions())
  if (account !== null) return account
  const isDisabled = (await readSession()) !== null
  if (isDisabled) await signOut()
  queryClient.removeQueries({ queryKey: currentAccountOptions().queryKey })
  const url = new URL(request.url)
  throw redirect(signInAddress(`${url.pathname}${url.search}`, isDisabled ? 'disabled' : undefined))
}

/** Whether somebody is signed in on this device; a broken session counts as none. */
export async function hasOpenSession(): Promise<boolean> {
  try {
    return (await readSession()) !== null
  } catch {
    return false
  }
}

/** A loader that lets only these roles through. */
export function requireRole(roles: readonly Role[]) {
  return async (args: LoaderFunctionArgs): Promise<null> => {
    const account = await requireAccount(args)
    if (!roles.includes(account.role)) throw new ForbiddenPageError()
    return null
  }
}

/** Leads `/` to the first room of whoever asks. */
export async function goHome(args: LoaderFunctionArgs): Promise<never> {
  const account = await requireAccount(args)
  throw redirect(homeOf(account.role))
}
