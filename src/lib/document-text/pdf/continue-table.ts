import type { FilledCell, FilledTable } from './fill-table'
import { joinText } from './join-lines'

const SAME_EDGE = 6

/** True when a table at the top of a page has the columns of the one at the bottom of the page before. */
export function continuesTable(before: FilledTable, table: FilledTable): boolean {
  if (table.page !== before.page + 1 || before.xs.length !== table.xs.length) return false
  return before.xs.every((x, index) => Math.abs(x - (table.xs[index] ?? 0)) <= SAME_EDGE)
}

/** Appends the rows of the next page: without a repeated head, and with the row that the page break cut made whole. */
export function appendTable(before: FilledTable, table: FilledTable): FilledTable {
  const head = repeatedHeadRows(before, table)
  const rows = dropRows(table.cells, head)
  const first = rows.filter((cell) => cell.row === 0)
  const isCut = first.some((cell) => cell.text !== '') && isBlankAtStart(first) && table.rowCount > head
  const joined = isCut ? joinCutRow(before, first) : undefined
  const shift = before.rowCount - (joined?.isSameRow === true ? 1 : 0)
  const rest = joined === undefined ? rows : rows.filter((cell) => !joined.absorbed.has(cell))
  return {
    ...table,
    top: before.top,
    rowCount: shift + table.rowCount - head,
    cells: [...(joined?.cells ?? before.cells), ...rest.map((cell) => ({ ...cell, row: cell.row + shift }))],
  }
}

function repeatedHeadRows(before: FilledTable, table: FilledTable): number {
  let count = 0
  while (
    count < Math.min(3, table.rowCount - 1) &&
    count < before.rowCount &&
    rowText(before, count) === rowText(table, count)
  ) {
    count += 1
  }
  return count
}

function rowText(table: FilledTable, row: number): string {
  const cells = table.cells.filter((cell) => cell.row === row)
  return cells.length === 0 ? `empty ${row}` : cells.map((cell) => cell.text.replace(/\s/g, '')).join('\t')
}

function dropRows(cells: readonly FilledCell[], count: number): FilledCell[] {
  return cells.filter((cell) => cell.row >= count).map((cell) => ({ ...cell, row: cell.row - count }))
}

function isBlankAtStart(row: readonly FilledCell[]): boolean {
  return row.find((cell) => cell.column === 0)?.text === ''
}

interface JoinedRow {
  readonly cells: readonly FilledCell[]
  readonly absorbed: ReadonlySet<FilledCell>
  readonly isSameRow: boolean
}

/**
 * A blank first cell is the lower part of a cell that the page break cut. If the first column has merged cells the row
 * is one of its own under the same one; otherwise the whole row was cut, and each cell's text goes on in the cell above.
 */
function joinCutRow(before: FilledTable, first: readonly FilledCell[]): JoinedRow {
  const last = before.rowCount - 1
  const bottomCells = before.cells.filter((cell) => cell.row + cell.rowSpan - 1 === last)
  const isSameRow = before.cells.every((cell) => cell.column !== 0 || cell.rowSpan === 1)
  const absorbed = new Set<FilledCell>()
  const grown = new Map<FilledCell, FilledCell>()
  for (const cell of first) {
    const above = bottomCells.find(
      (candidate) => candidate.column === cell.column && candidate.columnSpan === cell.columnSpan,
    )
    if (above === undefined || (!isSameRow && cell.text !== '')) continue
    absorbed.add(cell)
    const text = above.text === '' || cell.text === '' ? above.text + cell.text : joinText(above.text, cell.text)
    grown.set(above, { ...above, text, rowSpan: above.rowSpan + cell.rowSpan - (isSameRow ? 1 : 0) })
  }
  return { cells: before.cells.map((cell) => grown.get(cell) ?? cell), absorbed, isSameRow }
}
