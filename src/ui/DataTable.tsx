import type { TableProps } from 'antd'
import { Table } from 'antd'
import { arrangeRows, pageOf } from './arrange-rows'
import type { DataColumn } from './data-column'
import { toAntColumn } from './data-column'
import styles from './DataTable.module.css'
import { DataTableCards } from './DataTableCards'
import { EmptyState } from './EmptyState'
import type { TableState } from './table-state'
import { useIsPhone, useIsPrinting } from './use-media-query'

export interface RowSelection<Row> {
  readonly selectedKeys: readonly string[]
  readonly onChange: (keys: string[]) => void
  readonly isSelectable?: (row: Row) => boolean
  /** Names a row's box for those who cannot see its row. */
  readonly labelOf: (row: Row) => string
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

const DEFAULT_WIDTH = 200

/**
 * A ledger: sticky head, first column fixed, order, filters and page in the address; cards on a phone.
 * Give it only loaded rows; waiting and failing are `QueryState`'s.
 */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const isPhone = useIsPhone()
  const { rows, columns, state, total, empty = <EmptyState title="没有符合条件的内容" /> } = props
  const arranged = total === undefined ? arrangeRows(rows, columns, state) : rows
  const page = total === undefined ? pageOf(arranged, state.page, state.pageSize) : { rows, page: state.page }
  const count = total ?? arranged.length
  const isPrinting = useIsPrinting()
  if (isPhone && !isPrinting)
    return <DataTableCards {...props} rows={page.rows} page={page.page} total={count} empty={empty} />
  return <WideTable {...props} rows={page.rows} page={page.page} total={count} empty={empty} isPrinting={isPrinting} />
}

interface PagedProps<Row> extends DataTableProps<Row> {
  readonly page: number
  readonly total: number
}

function WideTable<Row extends object>(props: PagedProps<Row> & { readonly isPrinting: boolean }) {
  const {
    label,
    rows,
    rowKey,
    columns,
    state,
    total,
    page,
    isFetching = false,
    onOpen,
    empty,
    selection,
    isPrinting,
  } = props
  const fullWidth = columns.reduce((sum, column) => sum + widthOf(column), 0)
  return (
    <Table<Row>
      className={onOpen === undefined ? (styles.table ?? '') : `${styles.table} ${styles.openable}`}
      aria-label={label}
      size="middle"
      dataSource={rows}
      rowKey={rowKey}
      columns={columns.map((column, index) => ({
        ...toAntColumn(column, index === 0, state, onOpen),
        // On paper the columns share the width of the sheet as they do on the screen.
        ...(isPrinting ? { width: `${(100 * widthOf(column)) / fullWidth}%` } : {}),
      }))}
      loading={isFetching && rows.length === 0}
      locale={{ emptyText: empty }}
      // Paper has no scrolling, and a sticky head is a second table that would not line up on it.
      sticky={isPrinting ? false : { offsetHeader: readBarHeight() }}
      scroll={isPrinting ? {} : { x: fullWidth }}
      onChange={(pagination, filters, sorter, extra) =>
        changeState(state, extra.action, pagination.current, filters, sorter)
      }
      pagination={
        total > state.pageSize
          ? {
              current: page,
              pageSize: state.pageSize,
              total,
              showSizeChanger: false,
              showTotal: (all, [from, to]) => `第 ${from}–${to} 条，共 ${all} 条`,
            }
          : false
      }
      {...(onOpen === undefined
        ? {}
        : { onRow: (row: Row) => ({ onClick: (event) => openUnlessControl(event, () => onOpen(row)) }) })}
      {...(selection === undefined ? {} : { rowSelection: toAntSelection(selection) })}
    />
  )
}

function widthOf<Row>(column: DataColumn<Row>): number {
  return column.width ?? DEFAULT_WIDTH
}

function changeState<Row>(
  state: TableState,
  action: 'paginate' | 'sort' | 'filter',
  page: number | undefined,
  filters: Parameters<NonNullable<TableProps<Row>['onChange']>>[1],
  sorter: Parameters<NonNullable<TableProps<Row>['onChange']>>[2],
): void {
  if (action === 'paginate') return state.change({ page: page ?? 1 })
  if (action === 'filter') {
    const entries = Object.entries(filters).map(([key, values]) => [key, (values ?? []).map(String)] as const)
    return state.change({ filters: Object.fromEntries(entries) })
  }
  const first = Array.isArray(sorter) ? sorter[0] : sorter
  const isOff = first?.order === undefined || first.order === null
  state.change({ sort: isOff ? null : { key: String(first.columnKey), isDescending: first.order === 'descend' } })
}

function toAntSelection<Row>(selection: RowSelection<Row>): NonNullable<TableProps<Row>['rowSelection']> {
  return {
    selectedRowKeys: [...selection.selectedKeys],
    onChange: (keys) => selection.onChange(keys.map(String)),
    getCheckboxProps: (row) => ({
      disabled: selection.isSelectable?.(row) === false,
      'aria-label': `选择 ${selection.labelOf(row)}`,
    }),
    getTitleCheckboxProps: () => ({ 'aria-label': '全选本页' }),
    fixed: true,
    columnWidth: 48,
  }
}

/** A click on a control inside the row is that control's. */
function openUnlessControl(event: React.MouseEvent, open: () => void): void {
  const isControl = event.target instanceof Element && event.target.closest('a, button, input, label') !== null
  if (!isControl && globalThis.getSelection()?.toString() === '') open()
}

function readBarHeight(): number {
  return Number.parseInt(getComputedStyle(document.documentElement).getPropertyValue('--shell-bar'), 10) || 0
}
