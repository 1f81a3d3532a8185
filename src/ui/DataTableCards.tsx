import { Cell, contentOf, type DataColumn } from './data-column'
import type { DataTableProps } from './DataTable'
import styles from './DataTable.module.css'
import { RowChoiceBox } from './DataTableRow'
import { useRowChoice, type RowChoice } from './row-selection'

/** The same rows for a phone: one card each, the heading first, words beside every figure. */
export function DataTableCards<Row extends object>(props: DataTableProps<Row>) {
  const { label, rows, rowKey, selection } = props
  const { choiceOf } = useRowChoice(rows, rowKey, selection)
  if (rows.length === 0) return null
  return (
    <ul className="ruled" aria-label={label}>
      {rows.map((row) => (
        <Card key={rowKey(row)} row={row} table={props} choice={choiceOf(row)} />
      ))}
    </ul>
  )
}

interface CardProps<Row> {
  readonly row: Row
  readonly table: Pick<DataTableProps<Row>, 'columns' | 'onOpen'>
  readonly choice: RowChoice | undefined
}

function Card<Row extends object>({ row, table: { columns, onOpen }, choice }: CardProps<Row>) {
  const heading = columns.find((column) => column.onPhone === 'title') ?? columns[0]
  const rest = columns.filter((column) => column !== heading && column.onPhone !== 'hidden')
  return (
    <li className={styles.card}>
      <div className={styles.cardHead} data-alone>
        {choice === undefined ? null : <RowChoiceBox {...choice} />}
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
      <dd data-alone>
        <Cell column={column} row={row} onOpen={undefined} />
      </dd>
    </div>
  )
}

/** A table has the place anyway; a card says only what there is to say. */
function isEmpty(content: React.ReactNode): boolean {
  return content === null || content === undefined || content === ''
}
