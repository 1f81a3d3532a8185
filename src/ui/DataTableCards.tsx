import { Checkbox, Pagination } from 'antd'
import type { DataColumn } from './data-column'
import { Cell, contentOf } from './data-column'
import type { DataTableProps } from './DataTable'
import styles from './DataTable.module.css'

interface DataTableCardsProps<Row> extends DataTableProps<Row> {
  readonly page: number
  readonly total: number
}

/** The same rows for a phone: one card each, the heading first, words beside every figure. */
export function DataTableCards<Row extends object>(props: DataTableCardsProps<Row>) {
  const { label, rows, rowKey, state, total, page, empty } = props
  if (rows.length === 0) return empty
  return (
    <>
      <ul className={styles.cards} aria-label={label}>
        {rows.map((row) => (
          <Card key={rowKey(row)} row={row} table={props} />
        ))}
      </ul>
      {total > state.pageSize ? (
        <div className={styles.pager}>
          <Pagination
            simple
            current={page}
            pageSize={state.pageSize}
            total={total}
            onChange={(next) => state.change({ page: next })}
          />
        </div>
      ) : null}
    </>
  )
}

function Card<Row extends object>({ row, table }: { readonly row: Row; readonly table: DataTableCardsProps<Row> }) {
  const { columns, onOpen, selection, rowKey } = table
  const heading = columns.find((column) => column.onPhone === 'title') ?? columns[0]
  const rest = columns.filter((column) => column !== heading && column.onPhone !== 'hidden')
  return (
    <li className={styles.card}>
      <div className={styles.cardHead}>
        {selection === undefined ? null : (
          <Checkbox
            aria-label={`选择 ${selection.labelOf(row)}`}
            checked={selection.selectedKeys.includes(rowKey(row))}
            disabled={selection.isSelectable?.(row) === false}
            onChange={(event) => selection.onChange(toggle(selection.selectedKeys, rowKey(row), event.target.checked))}
          />
        )}
        {heading === undefined ? null : <Cell column={heading} row={row} onOpen={onOpen} />}
      </div>
      <dl className={styles.facts}>
        {rest
          .filter((column) => !isEmpty(contentOf(column, row)))
          .map((column) => (
            <Fact key={column.key} column={column} row={row} />
          ))}
      </dl>
    </li>
  )
}

function Fact<Row extends object>({ column, row }: { readonly column: DataColumn<Row>; readonly row: Row }) {
  return (
    <div className={styles.fact}>
      <dt>{column.title}</dt>
      <dd>
        <Cell column={column} row={row} onOpen={undefined} />
      </dd>
    </div>
  )
}

/** A table has the place anyway; a card says only what there is to say. */
function isEmpty(content: React.ReactNode): boolean {
  return content === null || content === undefined || content === ''
}

function toggle(keys: readonly string[], key: string, isOn: boolean): string[] {
  return isOn ? [...keys, key] : keys.filter((other) => other !== key)
}
