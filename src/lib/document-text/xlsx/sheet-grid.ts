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

/** A sheet as one table without its empty rows and columns; a single column of text is no table. */
export function gridToBlocks(cells: readonly SheetCell[], merges: readonly MergedRange[]): Block[] {
  const filled = cells.filter((cell) => cell.text.trim() !== '')
  const rows = rankOf(filled.map((cell) => cell.row))
  const columns = rankOf(filled.map((cell) => cell.column))
  if (columns.used.length < 2) return filled.map((cell) => ({ kind: 'paragraph', text: cell.text }))
  const starts = new Map(merges.map((merge) => [`${merge.top}/${merge.left}`, merge]))
  const covered = new Set<string>()
  const placed: GridCell[] = []
  for (const cell of filled) {
    const merge = starts.get(`${cell.row}/${cell.column}`)
    const rowSpan = merge === undefined ? 1 : rows.countBetween(cell.row, merge.bottom)
    const columnSpan = merge === undefined ? 1 : columns.countBetween(cell.column, merge.right)
    const grid = { row: rows.rank(cell.row), column: columns.rank(cell.column), rowSpan, columnSpan }
    placed.push({ ...grid, blocks: [{ kind: 'paragraph', text: cell.text }] })
    if (rowSpan * columnSpan > 1) cover(covered, grid)
  }
  return [{ kind: 'table', cells: [...placed, ...emptyCells(placed, covered, rows.used.length, columns.used.length)] }]
}

/** Every field of the grid is a cell, so that an empty one can be told from one that a merged cell covers. */
function emptyCells(placed: readonly GridCell[], covered: Set<string>, rowCount: number, columnCount: number): GridCell[] {
  if (rowCount * columnCount > MOST_GRID_FIELDS) return []
  const taken = new Set(placed.map((cell) => `${cell.row}/${cell.column}`))
  const empty: GridCell[] = []
  for (let row = 0; row < rowCount; row += 1) {
    for (let column = 0; column < columnCount; column += 1) {
      const key = `${row}/${column}`
      if (!taken.has(key) && !covered.has(key)) empty.push({ row, column, rowSpan: 1, columnSpan: 1, blocks: [] })
    }
  }
  return empty
}

/** Beyond this a sheet is data rather than a document, and sparse cells are enough. */
const MOST_GRID_FIELDS = 500_000

function cover(covered: Set<string>, cell: Omit<GridCell, 'blocks'>): void {
  if (cell.rowSpan * cell.columnSpan > MOST_GRID_FIELDS) return
  for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) {
    for (let column = cell.column; column < cell.column + cell.columnSpan; column += 1) covered.add(`${row}/${column}`)
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
