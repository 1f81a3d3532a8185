import type { UnitOverview } from '@/data/overview/overview'
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
