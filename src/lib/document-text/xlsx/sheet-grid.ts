import type { Block, GridCell } from '../document-blocks'

export interface SheetCell {
  readonly row: number
  readonly column: number
  readonly text: string
}

export interface MergedRange {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** Beyond this a sheet is data rather than a document, and sparse cells are enough. */
const MOST_GRID_FIELDS = 500_000

/** A sheet as one table without its empty rows and columns; a single column of text is no table. */
export function gridToBlocks(cells: readonly SheetCell[], merges: readonly MergedRange[]): Block[] {
  const filled = cells.filter((cell) => cell.text.trim() !== '')
  const rows = rankOf(filled.map((cell) => cell.row))
  const columns = rankOf(filled.map((cell) => cell.column))
  if (columns.used.length < 2) return filled.map((cell) => ({ kind: 'paragraph', text: cell.text }))
  const starts = new Map(merges.map((merge) => [`${merge.top}/${merge.left}`, merge]))
  const grid = new FieldGrid(rows.used.length, columns.used.length)
  const placed: GridCell[] = []
  for (const cell of filled) {
    const merge = starts.size === 0 ? undefined : starts.get(`${cell.row}/${cell.column}`)
    const place = {
      row: rows.rank(cell.row),
      column: columns.rank(cell.column),
      rowSpan: merge === undefined ? 1 : rows.countBetween(cell.row, merge.bottom),
      columnSpan: merge === undefined ? 1 : columns.countBetween(cell.column, merge.right),
    }
    // What a merged cell covers is not shown on the sheet, even if the file still holds it.
    if (grid.claim(place)) placed.push({ ...place, blocks: [{ kind: 'paragraph', text: cell.text }] })
  }
  return [{ kind: 'table', cells: [...placed, ...grid.unclaimed()] }]
}

/** Which fields of a sheet are taken: every other is an empty cell, not one that a merged cell covers. */
class FieldGrid {
  private readonly taken: Uint8Array
  private work = 0

  constructor(
    private readonly rowCount: number,
    private readonly columnCount: number,
  ) {
    this.taken = new Uint8Array(rowCount * columnCount > MOST_GRID_FIELDS ? 0 : rowCount * columnCount)
  }

  /** Takes the fields of a cell; false when another cell covers its place. */
  claim({ row, column, rowSpan, columnSpan }: Omit<GridCell, 'blocks'>): boolean {
    if (this.taken[row * this.columnCount + column] === 1) return false
    this.work += rowSpan * columnSpan
    // Merged cells that overlap again and again are an attack on the reader's time.
    if (this.work > 4 * MOST_GRID_FIELDS) return true
    for (let covered = row; covered < row + rowSpan; covered += 1) {
      this.taken.fill(1, covered * this.columnCount + column, covered * this.columnCount + column + columnSpan)
    }
    return true
  }

  unclaimed(): GridCell[] {
    const empty: GridCell[] = []
    this.taken.forEach((isTaken, field) => {
      if (isTaken === 1) return
      const [row, column] = [Math.floor(field / this.columnCount), field % this.columnCount]
      if (row < this.rowCount) empty.push({ row, column, rowSpan: 1, columnSpan: 1, blocks: [] })
    })
    return empty
  }
}

interface Ranking {
  readonly used: readonly number[]
  readonly rank: (index: number) => number
  readonly countBetween: (first: number, last: number) => number
}

function rankOf(indices: readonly number[]): Ranking {
  const used = Array.from(new Set(indices)).sort((a, b) => a - b)
  const ranks = new Map(used.map((index, rank) => [index, rank]))
  return {
    used,
    rank: (index) => ranks.get(index) ?? 0,
    countBetween: (first, last) => upperBound(used, last) - (ranks.get(first) ?? 0),
  }
}

/** How many of the sorted numbers are at most `limit`. */
function upperBound(sorted: readonly number[], limit: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) <= limit) low = middle + 1
    else high = middle
  }
  return low
}
