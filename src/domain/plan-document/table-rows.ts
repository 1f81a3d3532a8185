import type { SourceSpan, SourceTable } from '@/lib/document-text/source-document'
import { fitOf, shapeOfCell } from './table-cells'
import { gridOf, type GridPlace, type GridRow } from './table-grid'
import type { ColumnMapping, ColumnRole } from './types'

export interface RowCell extends SourceSpan {
  readonly role: ColumnRole
  /** The cell stands in this row, not in one above it. */
  readonly isOwn: boolean
  /** It covers rows below as well. */
  readonly isMerged: boolean
  /** The year its column is headed with: what the cell says is due in it. */
  readonly year: number | null
  /** Its column, for telling two columns of one role apart. */
  readonly column: number
}

/** A row of a table: its cells by role, or one heading across all columns. */
export interface TableRow {
  readonly cells: readonly RowCell[]
  readonly heading: SourceSpan | null
}

/** Reads the rows below the headings, each cell under its column's role. */
export function readRows(folded: string, table: SourceTable, mapping: ColumnMapping): TableRow[] {
  const grid = gridOf(table)
  const years = yearsOfColumns(folded, grid.slice(0, mapping.headerRows))
  const header = headerWords(folded, grid[mapping.headerRows - 1], mapping)
  return grid
    .slice(mapping.headerRows)
    .map((row) => withYears(readRow(folded, row, mapping), years))
    .filter((row) => row.heading !== null || (row.cells.length > 0 && wordsOf(folded, row) !== header))
}

/** The years that head columns; one alone only says of which year the table is. */
function yearsOfColumns(folded: string, headers: readonly GridRow[]): ReadonlyMap<number, number> {
  const years = new Map<number, number>()
  for (const row of headers) {
    row.forEach((place, column) => {
      if (place === null) return
      const words = folded.slice(place.cell.start, place.cell.end).replace(/\s/g, '')
      const year = /^(20\d\d)年?度?(?:目标|任务|计划|工作|重点|指标|安排)*$/.exec(words)?.[1]
      if (year !== undefined) years.set(column, Number(year))
    })
  }
  return new Set(years.values()).size > 1 ? years : new Map()
}

function withYears(row: TableRow, years: ReadonlyMap<number, number>): TableRow {
  if (years.size === 0) return row
  return { ...row, cells: row.cells.map((cell) => ({ ...cell, year: years.get(cell.column) ?? null })) }
}

/** The headings' words, to skip them where a page repeats them. */
function headerWords(folded: string, row: GridRow | undefined, mapping: ColumnMapping): string {
  return row === undefined ? '' : wordsOf(folded, readRow(folded, row, mapping))
}

function wordsOf(folded: string, row: TableRow): string {
  return row.cells.map((cell) => folded.slice(cell.start, cell.end).replace(/\s/g, '')).join('|')
}

function readRow(folded: string, row: GridRow, mapping: ColumnMapping): TableRow {
  const shift = shiftOf(folded, row, mapping.columns)
  const places = new Set(row.flatMap((place) => (place === null || isEmpty(folded, place) ? [] : [place.cell])))
  const only = places.size === 1 ? [...places][0] : undefined
  if (only !== undefined && (only.columnSpan > 1 || row.length > 1) && isHeadingCell(folded, only, mapping)) {
    return { cells: [], heading: { start: only.start, end: only.end } }
  }
  const seen = new Set<unknown>()
  const cells = row.flatMap((place, index): RowCell[] => {
    const role = mapping.columns[index + shift]
    if (place === null || role === undefined || isEmpty(folded, place) || seen.has(place.cell)) return []
    seen.add(place.cell)
    const isOwn = place.isOrigin || row.some((other) => other?.cell === place.cell && other.isOrigin)
    return [
      {
        role,
        start: place.cell.start,
        end: place.cell.end,
        isOwn,
        isMerged: place.cell.rowSpan > 1,
        year: null,
        column: index + shift,
      },
    ]
  })
  return { cells, heading: null }
}

function isEmpty(folded: string, place: GridPlace): boolean {
  return shapeOfCell(folded.slice(place.cell.start, place.cell.end)) === 'empty'
}

function isHeadingCell(folded: string, cell: SourceSpan, mapping: ColumnMapping): boolean {
  const words = folded.slice(cell.start, cell.end).replace(/\s/g, '')
  return mapping.columns.length > 1 && words.length <= 60 && !/。./.test(words)
}

/** Rows below a merged cell may have lost it: the contents say how far they have slipped. */
function shiftOf(folded: string, row: GridRow, columns: readonly ColumnRole[]): number {
  if (row.some((place) => place !== null && (place.cell.columnSpan > 1 || place.cell.rowSpan > 1))) return 0
  let count = row.length
  while (count > 0) {
    const place = row[count - 1]
    if (place !== undefined && place !== null && !isEmpty(folded, place)) break
    count -= 1
  }
  const shapes = row
    .slice(0, count)
    .map((place) => (place === null ? 'empty' : shapeOfCell(folded.slice(place.cell.start, place.cell.end))))
  let best = 0
  let bestFit = Number.NEGATIVE_INFINITY
  for (let shift = 0; shift + count <= columns.length; shift += 1) {
    const fit = shapes.reduce((sum, shape, index) => sum + fitOf(shape, columns[index + shift] ?? 'ignored'), 0)
    if (fit > bestFit) {
      best = shift
      bestFit = fit
    }
  }
  return best
}
