import type { Block, GridCell } from './document-blocks'

/** A cell as formats without coordinates write it: its place follows from the cells before it. */
export interface FlowingCell {
  readonly rowSpan: number
  readonly columnSpan: number
  readonly blocks: readonly Block[]
}

const MOST_COLUMNS = 1024
/** A cell that claims more is meant to span the whole table, and must leave room for the others. */
const WIDEST_SPAN = 200

/** Gives each cell its row and column, stepping over what taller cells above still cover. */
export function placeCells(rows: readonly (readonly FlowingCell[])[]): GridCell[] {
  const coveredUntil: number[] = []
  const placedRows = rows.map((cells, row) => {
    let column = 0
    const placed: GridCell[] = []
    for (const cell of cells) {
      while ((coveredUntil[column] ?? 0) > row) column += 1
      if (column >= MOST_COLUMNS) break
      const columnSpan = freeColumns(coveredUntil, row, column, cell.columnSpan)
      const rowSpan = Math.min(Math.max(1, cell.rowSpan), rows.length - row)
      for (let covered = column; covered < column + columnSpan; covered += 1) coveredUntil[covered] = row + rowSpan
      placed.push({ row, column, rowSpan, columnSpan, blocks: cell.blocks })
      column += columnSpan
    }
    return placed
  })
  return compactGrid(placedRows.flat())
}

interface Place {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
}

/** Takes out rows and columns in which no cell begins: a span may claim more of them than there are. */
export function compactGrid<Cell extends Place>(cells: readonly Cell[]): Cell[] {
  const rows = startsBefore(cells.map((cell) => cell.row))
  const columns = startsBefore(cells.map((cell) => cell.column))
  return cells.map((cell) => {
    const [row, column] = [rows(cell.row), columns(cell.column)]
    const rowSpan = rows(cell.row + cell.rowSpan) - row
    return { ...cell, row, column, rowSpan, columnSpan: columns(cell.column + cell.columnSpan) - column }
  })
}

/** How many of the places in use lie before a given one. */
function startsBefore(places: readonly number[]): (place: number) => number {
  const used = Array.from(new Set(places)).sort((a, b) => a - b)
  return (place) => {
    let [low, high] = [0, used.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((used[middle] ?? 0) < place) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** A wide cell ends where a taller cell from above stands in its way. */
function freeColumns(coveredUntil: readonly number[], row: number, column: number, wanted: number): number {
  const most = Math.min(Math.max(1, wanted), WIDEST_SPAN, MOST_COLUMNS - column)
  let span = 1
  while (span < most && (coveredUntil[column + span] ?? 0) <= row) span += 1
  return span
}
