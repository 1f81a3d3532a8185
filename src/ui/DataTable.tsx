import { arrangeRows, pageOf } from './arrange-rows'
import { widthOf, type DataColumn } from './data-column'
import styles from './DataTable.module.css'
import { DataTableCards } from './DataTableCards'
import { DataTableHead } from './DataTableHead'
import { DataTableRow } from './DataTableRow'
import { EmptyState } from './EmptyState'
import { followSideways } from './follow-sideways'
import { Pager } from './Pager'
import { useRowChoice, type RowSelection } from './row-selection'
import { Skeleton } from './Skeleton'
import type { TableState } from './table-state'
import { useIsPhone, useIsPrinting, useIsTight } from './use-media-query'

declare module 'react' {
  interface CSSProperties {
    /** What the rows of a table have in common: its columns, its least width, and a column's share of a sheet of paper. */
    '--columns'?: string
    '--full-width'?: string
    '--share'?: string
  }
}

export interface DataTableProps<Row> {
  /** What the table lists, for those who cannot see it. */
  readonly label: string
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  readonly columns: readonly DataColumn<Row>[]
  /** From `useTableState`: page, order and filters in the address. */
  readonly state: TableState
  /** Rows on the server, when `rows` is only the page asked for; ordering and filtering are then the server's. */
  readonly total?: number
  readonly isFetching?: boolean
  /** Opens a row; the first column becomes the button that does it. */
  readonly onOpen?: (row: Row) => void
  readonly empty?: React.ReactNode
  readonly selection?: RowSelection<Row>
}

/**
 * A ledger: sticky head, first column fixed, order, filters and page in the address; cards on a phone.
 * Give it only loaded rows; waiting and failing are `QueryState`'s.
 */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const isPhone = useIsPhone()
  const isPrinting = useIsPrinting()
  const { rows, state, total, isFetching = false, empty = <EmptyState title="没有符合条件的内容" /> } = props
  const columns = useShownColumns(props.columns)
  const arranged = total === undefined ? arrangeRows(rows, columns, state) : rows
  const shown = total === undefined ? pageOf(arranged, state.page, state.pageSize) : { rows, page: state.page }
  const View = isPhone && !isPrinting ? DataTableCards : WideTable
  return (
    <div aria-busy={isFetching && rows.length === 0}>
      <View {...props} columns={columns} rows={shown.rows} />
      {shown.rows.length > 0 ? null : isFetching ? <Waiting /> : empty}
      <Pager
        page={shown.page}
        pageSize={state.pageSize}
        total={total ?? arranged.length}
        onChange={(page) => state.change({ page })}
      />
    </div>
  )
}

/** The columns that there is room for: on paper, and on a tight page. */
function useShownColumns<Row>(columns: readonly DataColumn<Row>[]): readonly DataColumn<Row>[] {
  const isPrinting = useIsPrinting()
  const isTight = useIsTight()
  if (isPrinting) return columns.filter(({ onPaper }) => onPaper !== 'hidden')
  return isTight ? columns.filter(({ onTight }) => onTight !== 'hidden') : columns
}

function Waiting() {
  return (
    <div className={styles.waiting}>
      <Skeleton />
    </div>
  )
}

const CHOICE_WIDTH = 48

/**
 * A native table whose rows are grids, so that its head and its rows are two boxes that scroll sideways as one: a box
 * that scrolls would hold a sticky head back from the page.
 */
function WideTable<Row extends object>({
  label,
  rows,
  rowKey,
  columns,
  state,
  onOpen,
  selection,
}: DataTableProps<Row>) {
  const { choiceOf, choosable } = useRowChoice(rows, rowKey, selection)
  const widths = columns.map(widthOf)
  const fullWidth = widths.reduce((sum, width) => sum + width, selection === undefined ? 0 : CHOICE_WIDTH)
  const tracks = widths.map((width) => `minmax(${width}px, ${width}fr)`)
  const shape = {
    '--columns': [...(selection === undefined ? [] : [`${CHOICE_WIDTH}px`]), ...tracks].join(' '),
    '--full-width': `${fullWidth}px`,
  }
  return (
    <div data-sideways-group style={shape}>
      <table role="table" className={styles.table} aria-label={label}>
        <DataTableHead columns={columns} state={state} selection={selection} choosable={choosable} />
        <tbody role="rowgroup" className={styles.body} data-sideways onScroll={followSideways}>
          {rows.map((row) => (
            <DataTableRow key={rowKey(row)} row={row} columns={columns} onOpen={onOpen} choice={choiceOf(row)} />
          ))}
        </tbody>
      </table>
      {/* The scroll bar of a long table would be far below. */}
      <div className={styles.bar} aria-hidden data-sideways onScroll={followSideways}>
        <div className={styles.barLength} />
      </div>
    </div>
  )
}
