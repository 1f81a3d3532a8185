import { useQuery } from '@tanstack/react-query'
import { AppError } from '../errors'
import type { CurrentAccount } from './account'
import { currentAccountOptions } from './queries'

/** Whoever is signed in; only for pages inside the shell, which opens for nobody else. */
export function useCurrentAccount(): CurrentAccount {
  const { data } = useQuery(currentAccountOptions())
  if (data === undefined || data === null) throw new AppError('session_expired', { status: 401 })
  return data
}
