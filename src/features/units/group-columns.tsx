import type { UnitDirectory, UnitGroup } from '@/data/units/queries'
import type { UnitGroupId } from '@/domain/ids'
import { editColumns } from '@/ui/common-columns'
import type { DataColumn } from '@/ui/data-column'
import { aliasesColumn } from '@/ui/work/work-columns'

/** The columns of the list of groups; the last one for those who may change them. */
export function groupColumns(
  directory: UnitDirectory,
  onEdit: ((groupId: UnitGroupId) => void) | undefined,
): DataColumn<UnitGroup>[] {
  const names = new Map(directory.units.map((unit) => [unit.id, unit.name]))
  return [
    {
      key: 'name',
      title: '单位组',
      width: 180,
      text: (group) => group.name,
      compare: 'text',
      onPhone: 'title',
    },
    { key: 'count', title: '单位数', width: 90, isNumber: true, text: (group) => group.memberIds.length },
    {
      key: 'members',
      title: '下达时代表的单位',
      width: 480,
      isLongText: true,
      text: (group) => group.memberIds.map((id) => names.get(id) ?? '').join('、') || '还没有成员',
    },
    aliasesColumn,
    ...editColumns<UnitGroup>(onEdit),
  ]
}
