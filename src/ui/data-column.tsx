import type { TableColumnType } from 'antd'
import type { ArrangeableColumn } from './arrange-rows'
import { ClampedText } from './ClampedText'
import styles from './DataTable.module.css'
import type { TableState } from './table-state'

/** One column of a `DataTable`. */
export interface DataColumn<Row> extends ArrangeableColumn<Row> {
  readonly title: string
  /** How the text looks on screen and in print, where it is to look like more than text; says nothing that it does not. */
  readonly render?: (row: Row) => React.ReactNode
  /** Pixels; the widest column may go without. */
  readonly width?: number
  /** Figures stand at the right. */
  readonly isNumber?: boolean
  /** Clamps to two lines and opens on demand. */
  readonly isLongText?: boolean
  /** The server can order by this key. */
  readonly isServerSorted?: boolean
  /** On a phone: the card's heading, or not shown. */
  readonly onPhone?: 'title' | 'hidden'
}

/** Our column as Ant Design's; the address, not the table, holds order and filters. */
export function toAntColumn<Row extends object>(
  column: DataColumn<Row>,
  isFirst: boolean,
  state: TableState,
  onOpen: ((row: Row) => void) | undefined,
): TableColumnType<Row> {
  const isSortable = column.compare !== undefined || column.isServerSorted === true
  const isSorted = state.sort?.key === column.key
  return {
    key: column.key,
    title: column.title,
    render: (_value, row) => <Cell column={column} row={row} onOpen={isFirst ? onOpen : undefined} />,
    ...(column.width === undefined ? {} : { width: column.width }),
    ...(column.isNumber === true ? { align: 'end' as const } : {}),
    ...(isFirst ? { fixed: 'start' as const } : {}),
    ...(isSortable
      ? { sorter: true, sortOrder: isSorted ? (state.sort?.isDescending === true ? 'descend' : 'ascend') : null }
      : {}),
    ...(column.filterChoices === undefined
      ? {}
      : {
          filters: column.filterChoices.map(({ value, label }) => ({ value, text: label })),
          filteredValue: [...(state.filters[column.key] ?? [])],
        }),
  }
}

interface CellProps<Row> {
  readonly column: DataColumn<Row>
  readonly row: Row
  readonly onOpen: ((row: Row) => void) | undefined
}

/** What stands in a cell; null or '' where there is nothing to say of a row. */
export function contentOf<Row>(column: DataColumn<Row>, row: Row): React.ReactNode {
  return column.render === undefined ? column.text(row) : column.render(row)
}

/** A cell's content; the first one of a row that opens is the button that opens it. */
export function Cell<Row>({ column, row, onOpen }: CellProps<Row>) {
  const content = contentOf(column, row)
  if (onOpen !== undefined) {
    return (
      <button type="button" className={styles.open} onClick={() => onOpen(row)}>
        {content}
      </button>
    )
  }
  return column.isLongText === true ? <ClampedText>{content}</ClampedText> : content
}
