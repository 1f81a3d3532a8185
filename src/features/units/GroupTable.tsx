import type { UnitDirectory, UnitGroup } from '@/data/units/queries'
import { compareWords } from '@/ui/arrange-rows'
import type { DataColumn } from '@/ui/data-column'
import { DataTable } from '@/ui/DataTable'
import { EmptyState } from '@/ui/EmptyState'
import { useTableState } from '@/ui/table-state'
import { Button } from 'antd'

interface GroupTableProps {
  readonly directory: UnitDirectory
  readonly onEdit?: (groupId: string) => void
}

/** Collective names such as 各街道, and whom they stand for when a plan is issued. */
export function GroupTable({ directory, onEdit }: GroupTableProps) {
  const state = useTableState({ name: 'groups' })
  const names = new Map(directory.units.map((unit) => [unit.id, unit.name]))
  const columns: DataColumn<UnitGroup>[] = [
    {
      key: 'name',
      title: '单位组',
      width: 180,
      render: (group) => group.name,
      compare: (a, b) => compareWords(a.name, b.name),
      onPhone: 'title',
    },
    { key: 'count', title: '单位数', width: 90, isNumber: true, render: (group) => group.memberIds.length },
    {
      key: 'members',
      title: '下达时代表的单位',
      width: 480,
      isLongText: true,
      render: (group) => group.memberIds.map((id) => names.get(id) ?? '').join('、') || '还没有成员',
    },
    {
      key: 'aliases',
      title: '别名',
      width: 200,
      isLongText: true,
      render: (group) => group.aliases.map(({ alias }) => alias).join('、'),
    },
    ...(onEdit === undefined
      ? []
      : [
          {
            key: 'edit',
            title: '操作',
            width: 90,
            render: (group: UnitGroup) => (
              <Button size="small" onClick={() => onEdit(group.id)} aria-label={`编辑${group.name}`}>
                编辑
              </Button>
            ),
          },
        ]),
  ]
  return (
    <DataTable
      label="单位组"
      rows={directory.groups}
      rowKey={(group) => group.id}
      columns={columns}
      state={state}
      empty={<EmptyState title="还没有单位组" hint="文件里写「各街道」时，下达会展开为组里的每个单位" />}
    />
  )
}
