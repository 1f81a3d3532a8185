import { unitAccountsOptions } from '@/data/accounts/unit-accounts'
import { unitOverviewOptions } from '@/data/overview/queries'
import { unitContactsOptions } from '@/data/units/contacts'
import { unitDirectoryOptions } from '@/data/units/queries'
import { read } from './read'

/** What the page of the units reads first. */
export function readFirst(): void {
  read(unitDirectoryOptions())
  read(unitAccountsOptions())
  read(unitContactsOptions())
  read(unitOverviewOptions({ asOf: null, planId: '' }))
}
