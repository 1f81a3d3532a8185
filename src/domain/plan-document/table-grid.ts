import type { SourceTable, SourceTableCell } from '@/lib/document-text/source-document'

/** One place of the grid; a merged cell fills several. */
export interface GridPlace {
  readonly cell: SourceTableCell
  /** The place is the cell's own top left corner. */
  readonly isOrigin: boolean
}

export type GridRow = readonly (GridPlace | null)[]

const MOST_ROWS = 20_000
const MOST_COLUMNS = 60

/** Lays the cells of the first rows out on a full grid, merged cells repeated in every place they cover. */
export function gridOf(table: SourceTable, mostRows = MOST_ROWS): GridRow[] {
  const rowCount = Math.min(table.rowCount, mostRows)
  const columnCount = Math.min(table.columnCount, MOST_COLUMNS)
  const grid: (GridPlace | null)[][] = Array.from({ length: rowCount }, () =>
    Array.from({ length: columnCount }, () => null),
  )
  for (const cell of table.cells) fill(grid, cell, rowCount, columnCount)
  return grid
}

function fill(grid: (GridPlace | null)[][], cell: SourceTableCell, rowCount: number, columnCount: number): void {
  const lastRow = Math.min(cell.row + Math.max(1, cell.rowSpan), rowCount)
  const lastColumn = Math.min(cell.column + Math.max(1, cell.columnSpan), columnCount)
  for (let row = Math.max(0, cell.row); row < lastRow; row += 1) {
    const places = grid[row] ?? []
    for (let column = Math.max(0, cell.column); column < lastColumn; column += 1) {
      places[column] = { cell, isOrigin: row === cell.row && column === cell.column }
    }
  }
}
