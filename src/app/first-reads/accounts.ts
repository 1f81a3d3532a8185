import { accountListOptions, invitationPageOptions } from '@/data/accounts/queries'
import { accountSearchDefaults, toAccountFilter } from '@/features/accounts/account-filter'
import { readPage } from '@/ui/table-state'
import { readSearch } from '@/ui/use-search-state'
import type { PageAddress } from './page-address'
import { read } from './read'

/** What the page of accounts and invitations reads first: the list that is open. */
export function readFirst({ search }: PageAddress): void {
  if (search.get('tab') === 'invitations') read(invitationPageOptions(readPage(search, 'invitations')))
  else read(accountListOptions(toAccountFilter(readSearch(accountSearchDefaults, search))))
}
