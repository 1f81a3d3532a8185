import type { UnitDirectory } from '@/data/units/queries'
import type { UnitGroupId } from '@/domain/ids'
import { DataTable } from '@/ui/DataTable'
import { EmptyState } from '@/ui/EmptyState'
import { useTableState } from '@/ui/table-state'
import { groupColumns } from './group-columns'

interface GroupTableProps {
  readonly directory: UnitDirectory
  readonly onEdit: ((groupId: UnitGroupId) => void) | undefined
}

/** Collective names such as 各街道, and whom they stand for when a plan is issued. */
export function GroupTable({ directory, onEdit }: GroupTableProps) {
  const state = useTableState({ name: 'groups' })
  return (
    <DataTable
      label="单位组"
      rows={directory.groups}
      rowKey={(group) => group.id}
      columns={groupColumns(directory, onEdit)}
      state={state}
      empty={<EmptyState title="还没有单位组" hint="文件里写「各街道」时，下达会展开为组里的每个单位" />}
    />
  )
}
