import { unitAccountsOptions } from '@/data/accounts/unit-accounts'
import { unitOptionsOptions, type UnitOption } from '@/data/units/queries'
import { useQuery } from '@tanstack/react-query'

/** The units that have neither an account nor a link that still works; none while nobody knows. */
export function useUninvitedUnits(): { readonly units: readonly UnitOption[]; readonly isPending: boolean } {
  const units = useQuery(unitOptionsOptions())
  const accounts = useQuery(unitAccountsOptions())
  if (units.data === undefined || accounts.data === undefined)
    return { units: [], isPending: units.isPending || accounts.isPending }
  const { counts, open } = accounts.data
  const invited = new Set(open.map(({ unitId }) => unitId))
  return { units: units.data.filter(({ id }) => counts[id] === undefined && !invited.has(id)), isPending: false }
}
