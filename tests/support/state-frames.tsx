import { useQueryClient, type QueryKey } from '@tanstack/react-query'
import type { DataColumn } from '../../src/ui/data-column'
import { DataTable } from '../../src/ui/DataTable'
import { useTableState } from '../../src/ui/table-state'

/** A part that reads what the server has answered already. */
export function Read({
  known,
  children,
}: {
  readonly known: readonly (readonly [QueryKey, unknown])[]
  children: React.ReactNode
}) {
  const client = useQueryClient()
  for (const [key, data] of known) if (client.getQueryData(key) === undefined) client.setQueryData(key, data)
  return children
}

export function Table<Row extends object>({
  columns,
  row,
}: {
  readonly columns: readonly DataColumn<Row>[]
  readonly row: Row
}) {
  const state = useTableState()
  return <DataTable label="一张表" rows={[row]} rowKey={() => 'row'} columns={columns} state={state} />
}
