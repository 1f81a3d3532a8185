import { unitAccountsOptions } from '@/data/accounts/unit-accounts'
import { paths, withSearch } from '@/domain/addresses/paths'
import type { UnitId } from '@/domain/ids'
import { ClampedText } from '@/ui/ClampedText'
import { Notice } from '@/ui/Notice'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { useDesk } from './use-desk'

/** Warns, without standing in the way, that some units of the plan cannot report yet. */
export function UnitsWithoutAccounts({ unitIds }: { readonly unitIds: ReadonlySet<UnitId> }) {
  const index = useDesk((desk) => desk.index)
  const { data } = useQuery(unitAccountsOptions())
  if (data === undefined) return null
  const invited = new Set(data.open.map(({ unitId }) => unitId))
  const without = [...unitIds].filter((id) => data.counts[id] === undefined)
  if (without.length === 0) return null
  const waiting = without.filter((id) => invited.has(id)).length
  const names = without.flatMap((id) => index.units.get(id)?.name ?? [])
  return (
    <Notice
      tone="warning"
      title={`${without.length} 个单位还没有账号，下达后暂时不能填报${waiting === 0 ? '' : `，其中 ${waiting} 个已邀请`}`}
      actions={
        without.length === waiting ? undefined : (
          <Link to={withSearch(paths.accounts.to(), { inviting: 'uninvited' })} target="_blank">
            去邀请
          </Link>
        )
      }
    >
      <ClampedText>{names.join('、')}</ClampedText>
    </Notice>
  )
}
