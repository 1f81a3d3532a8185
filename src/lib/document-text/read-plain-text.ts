import type { SourceDocument, SourceSpan, SourceTable, SourceTableCell } from './source-document'

/** A quoted cell may hold line breaks, but a stray quote must not swallow the rest of the text. */
const LONGEST_QUOTED_CELL = 5000

interface TabbedRow {
  readonly cells: readonly SourceSpan[]
  readonly end: number
}

/** Keeps the text as it is (line ends become \n) and overlays the tables that tabs spell out. */
export function readPlainText(text: string): SourceDocument {
  const normalised = normaliseLineEnds(text)
  return { text: normalised, tables: findTabbedTables(normalised), headings: [] }
}

/** A page break stands between lines; inside a line it becomes one. */
function normaliseLineEnds(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\v]/g, '\n')
    .replace(/\n\f|\f\n|\f/g, '\n')
    .replace(/[\0\ufeff]/g, '')
}

/** A table is at least two lines with equally many tabs, most of which separate words. */
function findTabbedTables(text: string): SourceTable[] {
  const tables: SourceTable[] = []
  let rows: TabbedRow[] = []
  const close = (): void => {
    if (isTable(text, rows)) tables.push(toTable(rows))
    rows = []
  }
  let position = text.indexOf('\t') < 0 ? text.length : 0
  while (position < text.length) {
    const row = readRow(text, position)
    if (row.cells.length < 2 || (rows[0] !== undefined && rows[0].cells.length !== row.cells.length)) close()
    if (row.cells.length > 1) rows.push(row)
    position = row.end + 1
  }
  close()
  return tables
}

function readRow(text: string, start: number): TabbedRow {
  const cells: SourceSpan[] = []
  let position = start
  for (;;) {
    const cell = readQuotedCell(text, position, cells.length > 0) ?? readBareCell(text, position)
    cells.push(cell.span)
    if (text[cell.end] !== '\t') return { cells, end: cell.end }
    position = cell.end + 1
  }
}

function readBareCell(text: string, start: number): { span: SourceSpan; end: number } {
  let end = start
  while (end < text.length && text[end] !== '\t' && text[end] !== '\n') end += 1
  return { span: { start, end }, end }
}

/** Spreadsheets put a cell with line breaks in quotes; the cell's span leaves the quotes out. */
function readQuotedCell(
  text: string,
  start: number,
  isAfterTab: boolean,
): { span: SourceSpan; end: number } | undefined {
  if (text[start] !== '"') return undefined
  const limit = Math.min(text.length, start + LONGEST_QUOTED_CELL)
  let position = start + 1
  while (position < limit) {
    if (text[position] === '"') {
      if (text[position + 1] !== '"') break
      position += 1
    }
    position += 1
  }
  const next = text[position + 1]
  const isClosed = position < limit && text[position] === '"'
  const endsCell = next === '\t' || (isAfterTab && (next === '\n' || next === undefined))
  return isClosed && endsCell ? { span: { start: start + 1, end: position }, end: position + 1 } : undefined
}

function isTable(text: string, rows: readonly TabbedRow[]): boolean {
  if (rows.length < 2) return false
  const filled = rows.filter(
    (row) => row.cells.filter((cell) => text.slice(cell.start, cell.end).trim() !== '').length > 1,
  )
  return filled.length * 2 >= rows.length
}

function toTable(rows: readonly TabbedRow[]): SourceTable {
  const cells = rows.flatMap((row, index) =>
    row.cells.map((span, column): SourceTableCell => ({ ...span, row: index, column, rowSpan: 1, columnSpan: 1 })),
  )
  const start = rows[0]?.cells[0]?.start ?? 0
  return {
    start,
    end: rows[rows.length - 1]?.end ?? start,
    rowCount: rows.length,
    columnCount: rows[0]?.cells.length ?? 0,
    cells,
  }
}
