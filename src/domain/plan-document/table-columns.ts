import type { SourceTable } from '@/lib/document-text/source-document'
import { foldText } from './fold-text'
import { roleOfHeader, shapeOfCell, type CellShape } from './table-cells'
import { gridOf, type GridRow } from './table-grid'
import type { ColumnMapping, ColumnRole } from './types'

const ROWS_TO_SEARCH = 8
const ROWS_TO_SAMPLE = 200

/** Recognises by headings and contents what each column of a table holds; `text` is the source text. */
export function recognizeColumns(text: string, table: SourceTable): ColumnMapping {
  return recognizeFolded(foldText(text.slice(table.start, table.end)), table, table.start)
}

/** The same on folded text; `offset` is the place of `folded` in the source. */
export function recognizeFolded(folded: string, table: SourceTable, offset: number): ColumnMapping {
  const grid = gridOf(table, ROWS_TO_SEARCH + ROWS_TO_SAMPLE)
  const cellText = (row: GridRow, column: number): string => {
    const place = row[column]
    return place === undefined || place === null ? '' : folded.slice(place.cell.start - offset, place.cell.end - offset)
  }
  const header = findHeader(grid, cellText)
  const body = grid.slice(header.rows, header.rows + ROWS_TO_SAMPLE)
  const filled = (row: GridRow): number =>
    row.filter((_, column) => shapeOfCell(cellText(row, column)) !== 'empty').length
  const fullest = Math.max(0, ...body.map(filled))
  const isRagged = header.count < table.columnCount && fullest > header.count
  const sample = isRagged ? body.filter((row) => filled(row) === fullest) : body
  const shapes = Array.from({ length: table.columnCount }, (_, column) =>
    sample.map((row) => (row[column]?.isOrigin === true ? shapeOfCell(cellText(row, column)) : 'empty')),
  )
  const columns = isRagged ? columnsByContent(shapes, header.roles) : columnsByHeader(shapes, header.roles)
  return { headerRows: header.rows, columns: settleTexts(columns, shapes) }
}

interface Header {
  readonly rows: number
  readonly count: number
  readonly roles: readonly (ColumnRole | null)[]
}

function findHeader(grid: readonly GridRow[], cellText: (row: GridRow, column: number) => string): Header {
  let best: Header = { rows: 0, count: 0, roles: [] }
  let most = 1
  grid.slice(0, ROWS_TO_SEARCH).forEach((row, index) => {
    const roles = row.map((place, column) => (place === null ? null : roleOfHeader(cellText(row, column))))
    const found = roles.filter((role) => role !== null).length
    const filled = new Set(
      row.flatMap((place, column) => (place === null || cellText(row, column).trim() === '' ? [] : [place.cell])),
    ).size
    if (found <= most || found * 2 < filled) return
    most = found
    const next = grid[index + 1]
    const second = next === undefined ? null : secondHeader(row, next, roles, cellText)
    best =
      second === null
        ? { rows: index + 1, count: filled, roles }
        : { rows: index + 2, count: row.length, roles: second }
  })
  return best
}

/** A second row of headings under a merged one: 责任单位 over 牵头 and 配合. */
function secondHeader(
  row: GridRow,
  next: GridRow,
  roles: readonly (ColumnRole | null)[],
  cellText: (row: GridRow, column: number) => string,
): (ColumnRole | null)[] | null {
  const below = next.map((place, column) =>
    place !== null && place.cell !== row[column]?.cell ? roleOfHeader(cellText(next, column)) : null,
  )
  const own = next.filter(
    (place, column) => place !== null && place.cell !== row[column]?.cell && cellText(next, column).trim() !== '',
  )
  const found = below.filter((role) => role !== null).length
  if (found === 0 || found < own.length) return null
  return roles.map((role, column) => below[column] ?? role)
}

function share(shapes: readonly CellShape[] | undefined, ...wanted: readonly CellShape[]): number {
  const filled = (shapes ?? []).filter((shape) => shape !== 'empty')
  if (filled.length === 0) return 0
  return filled.filter((shape) => wanted.includes(shape)).length / filled.length
}

function columnsByHeader(
  shapes: readonly (readonly CellShape[])[],
  roles: readonly (ColumnRole | null)[],
): ColumnRole[] {
  return shapes.map((column, index) => roles[index] ?? roleByShape(column))
}

function roleByShape(column: readonly CellShape[]): ColumnRole {
  if (share(column, 'number') > 0.6) return 'number'
  if (share(column, 'units') > 0.6) return 'responsible'
  if (share(column, 'time') > 0.6) return 'deadline'
  if (share(column, 'heading') > 0.6) return 'section'
  return share(column, 'text', 'heading') > 0.5 ? 'text' : 'ignored'
}

/** Fewer headings than columns: contents decide, and headings tell kinds of unit columns apart. */
function columnsByContent(
  shapes: readonly (readonly CellShape[])[],
  roles: readonly (ColumnRole | null)[],
): ColumnRole[] {
  const unitRoles = roles.filter((role) => role === 'lead' || role === 'responsible' || role === 'supporting')
  let unit = 0
  return shapes.map((column) => {
    const role = roleByShape(column)
    if (role !== 'responsible') return role
    const named = unitRoles[Math.min(unit, unitRoles.length - 1)] ?? 'responsible'
    unit += 1
    return named
  })
}

/** A table needs one column of task words: a lone title column is it, and of several texts the last. */
function settleTexts(columns: readonly ColumnRole[], shapes: readonly (readonly CellShape[])[]): ColumnRole[] {
  const settled = [...columns]
  if (!settled.includes('text')) {
    const title = settled.lastIndexOf('title')
    if (title >= 0) settled[title] = 'text'
  }
  if (!settled.includes('text')) {
    const section = settled.lastIndexOf('section')
    if (section >= 0) settled[section] = 'text'
  }
  return settled.map((role, index) => {
    if (role === 'title' && share(shapes[index], 'heading') > 0.5) return 'section'
    if (role === 'title' && settled.lastIndexOf('title') !== index) return 'section'
    return role
  })
}
