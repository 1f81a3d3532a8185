import type { Block, GridCell } from './document-blocks'

/** A cell as formats without coordinates write it: its place follows from the cells before it. */
export interface FlowingCell {
  readonly rowSpan: number
  readonly columnSpan: number
  readonly blocks: readonly Block[]
}

const MOST_COLUMNS = 1024

/** Gives each cell its row and column, stepping over what taller cells above still cover. */
export function placeCells(rows: readonly (readonly FlowingCell[])[]): GridCell[] {
  const coveredUntil: number[] = []
  return rows.flatMap((cells, row) => {
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
}

/** A wide cell ends where a taller cell from above stands in its way. */
function freeColumns(coveredUntil: readonly number[], row: number, column: number, wanted: number): number {
  const most = Math.min(Math.max(1, wanted), MOST_COLUMNS - column)
  let span = 1
  while (span < most && (coveredUntil[column + span] ?? 0) <= row) span += 1
  return span
}
