import { useQueryClient, type QueryKey } from '@tanstack/react-query'
import type { DataColumn } from '../../src/ui/data-column'
import { DataTable } from '../../src/ui/DataTable'
import { useTableState } from '../../src/ui/table-state'
import type { StandingState } from '../fixtures/standing-states'

/** What a screen tells of a state: its lamp by its word, its due day, its age, its percent, or how many stand so. */
type Told = 'lamp' | 'due' | 'age' | 'percent' | 'count'

/** A part that shows how something stands. */
export interface StateScreen {
  /** The file under `src` that the part is in. */
  readonly path: string
  readonly tells: readonly Told[]
  /** What it shows: a what one unit owes, or figures of many tasks. */
  readonly of: 'task' | 'obligation' | 'either'
  readonly show: (state: StandingState) => React.ReactElement
}

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
