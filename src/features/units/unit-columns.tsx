import type { UnitOverview } from '@/data/overview/overview'
import type { UnitContact } from '@/data/units/contacts'
import type { Unit } from '@/data/units/queries'
import { paths, taskListPath } from '@/domain/addresses/paths'
import type { UnitId } from '@/domain/ids'
import { compareWords } from '@/ui/arrange-rows'
import { editColumns } from '@/ui/common-columns'
import type { DataColumn } from '@/ui/data-column'
import { ToneTag } from '@/ui/StatusTag'
import { aliasesColumn, standingColumns, unitKindColumn } from '@/ui/work/work-columns'
import { Link } from 'react-router'

/** A unit with the groups it belongs to and the signals of its tasks. */
export interface UnitRow extends Unit {
  readonly groups: readonly string[]
  readonly contacts: readonly UnitContact[]
  /** Undefined while it is being read. */
  readonly accounts: number | undefined
  /** Somebody was sent a link that still works; known to the lead office alone. */
  readonly isInvited: boolean
  /** Undefined while signals are being read, null for a unit without tasks. */
  readonly overview: UnitOverview | null | undefined
}

/** The columns of the list of units; the last one for those who may change them. */
export function unitColumns(onEdit: ((unitId: UnitId) => void) | undefined): DataColumn<UnitRow>[] {
  return [
    {
      key: 'name',
      title: '单位',
      width: 190,
      text: ({ name, retiredOn }) => (retiredOn === null ? name : `${name}（${retiredOn} 停用）`),
      render: (unit) => (
        <>
          <Link to={paths.unit.to(unit.id)}>{unit.name}</Link>{' '}
          {unit.retiredOn === null ? null : <ToneTag tone="neutral">{unit.retiredOn} 停用</ToneTag>}
        </>
      ),
      compare: (a, b) => compareWords(a.name, b.name),
      onPhone: 'title',
    },
    unitKindColumn,
    aliasesColumn,
    { key: 'account', title: '账号', width: 104, text: accountInWords, render: (unit) => <AccountCell unit={unit} /> },
    {
      key: 'contacts',
      title: '联系人',
      width: 170,
      isLongText: true,
      text: ({ contacts }) => contacts.map(({ name, phone }) => `${name} ${phone}`).join('；'),
    },
    { key: 'groups', title: '所在组', width: 120, text: (unit) => unit.groups.join('、') },
    ...standingColumns<UnitRow>({
      nameOf: ({ name }) => name,
      standingOf: ({ overview }) => overview,
      hrefOf: ({ id }, signal) => taskListPath({ unit: id, role: 'accountable', signal }),
      isAccountable: true,
    }),
    ...editColumns<UnitRow>(onEdit),
  ]
}

/** Whether somebody can report for the unit; a retired one need not. */
function accountInWords({ accounts, isInvited, retiredOn }: UnitRow): string {
  if (accounts === undefined || (accounts === 0 && retiredOn !== null)) return ''
  if (accounts > 0) return `${accounts} 个`
  return isInvited ? '已邀请' : '没有账号'
}

function AccountCell({ unit }: { readonly unit: UnitRow }) {
  const words = accountInWords(unit)
  return unit.accounts === 0 && words !== '' ? (
    <ToneTag tone={unit.isInvited ? 'neutral' : 'warning'}>{words}</ToneTag>
  ) : (
    words
  )
}
