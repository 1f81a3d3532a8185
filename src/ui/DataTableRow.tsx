import { Checkbox } from 'antd'
import { Cell, type DataColumn } from './data-column'
import styles from './DataTable.module.css'
import type { RowChoice } from './row-selection'

interface DataTableRowProps<Row> {
  readonly row: Row
  readonly columns: readonly DataColumn<Row>[]
  readonly onOpen: ((row: Row) => void) | undefined
  readonly choice: RowChoice | undefined
}

/** One row of a wide table; a click on it opens it, the button in its first cell does so by the keyboard. */
export function DataTableRow<Row>({ row, columns, onOpen, choice }: DataTableRowProps<Row>) {
  return (
    <tr
      role="row"
      className={onOpen === undefined ? styles.row : `${styles.row} ${styles.openable}`}
      aria-selected={choice?.isChosen}
      onClick={onOpen === undefined ? undefined : (event) => openUnlessControl(event, () => onOpen(row))}
    >
      {choice === undefined ? null : (
        <td role="cell" className={styles.choice}>
          <RowChoiceBox {...choice} />
        </td>
      )}
      {columns.map((column, index) => (
        <td key={column.key} role="cell" className={column.isNumber === true ? styles.number : undefined}>
          <Cell column={column} row={row} onOpen={index === 0 ? onOpen : undefined} />
        </td>
      ))}
    </tr>
  )
}

/** The box that chooses a row; on a card as in a table. */
export function RowChoiceBox({ label, isChosen, refusal, onChange }: RowChoice) {
  return (
    <Checkbox
      aria-label={`选择 ${label}`}
      checked={isChosen}
      disabled={refusal !== null}
      {...(refusal === null ? {} : { title: refusal })}
      onChange={({ target, nativeEvent }) =>
        onChange(target.checked, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
      }
    />
  )
}

/** A click on a control is that control's, also in a box that hangs from one; and one that ends the marking of words opens nothing. */
function openUnlessControl({ target, currentTarget }: React.MouseEvent, open: () => void): void {
  if (!(target instanceof Element) || !currentTarget.contains(target)) return
  if (target.closest('a, button, input, label') === null && globalThis.getSelection()?.toString() === '') open()
}
